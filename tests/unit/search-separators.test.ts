// What search reads of tables and lists of facts: the words of neighbouring cells stay apart.
import { expect, test } from 'vitest';
import { withSeparators } from '../../src/search/index-site.ts';

const read = (html: string): string =>
  withSeparators(html)
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

test('facts and cells have a separator between them', () => {
  expect(read('<dl><dt>Damage</dt><dd>A house burnt</dd><dd>Three cars</dd></dl>')).toBe(
    'Damage: A house burnt · Three cars ·',
  );
  expect(read('<tr><th>Form</th><td>The Boatmen</td></tr>')).toBe('Form · The Boatmen ·');
});
