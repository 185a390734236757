import { describe, expect, test } from 'vitest';
import { excerptParts } from '../../src/search/excerpt.ts';

const words = (text: string) => ({ text, found: false });
const mark = (text: string) => ({ text, found: true });

describe('the parts of an excerpt', () => {
  test.each([
    ['', []],
    ['no mark', [words('no mark')]],
    ['the <mark>bridge</mark> is', [words('the '), mark('bridge'), words(' is')]],
    ['<mark>a</mark> <mark>b</mark>', [mark('a'), words(' '), mark('b')]],
    ['<mark>two\nlines</mark>', [mark('two\nlines')]],
    // Markup in a record stays text.
    ['&lt;script&gt;alert(1)&lt;/script&gt;', [words('<script>alert(1)</script>')]],
    ['<mark>&lt;b&gt;</mark>', [mark('<b>')]],
    ['<b>x</b>', [words('<b>x</b>')]],
    ['"quotes" & \'more\'', [words('"quotes" & \'more\'')]],
    ['<mark>never closed', [words('<mark>never closed')]],
  ])('%j', (excerpt, parts) => expect(excerptParts(excerpt)).toEqual(parts));
});
