import { describe, expect, test } from 'vitest';
import { indexAddress, positionAddress, reportAddress } from '../../src/archive/addresses.ts';
import { pageAddress } from '../../src/model/content-links.ts';
import { resolveContentLink, type PageRef } from '../../src/model/content-links.ts';
import { ENTRY_COLLECTIONS } from '../../src/model/references.ts';

describe('addresses name a file', () => {
  test.each<[PageRef['collection'], string, string]>([
    ['people', 'ada', '/people/ada.html'],
    ['events', 'closure', '/events/closure.html'],
    ['pages', 'home', '/index.html'],
    ['pages', 'method', '/method.html'],
    ['people', 'home', '/people/home.html'],
  ])('%s/%s', (collection, id, address) => expect(pageAddress({ collection, id })).toBe(address));

  test.each(ENTRY_COLLECTIONS)('the index of %s', (collection) =>
    expect(indexAddress(collection)).toBe(`/${collection}/index.html`),
  );

  test('a report, a position', () => {
    expect(reportAddress('gazette/11')).toBe('/sources/gazette.html#r11');
    expect(positionAddress('was-it-unsafe', 'safe')).toBe('/questions/was-it-unsafe.html#position-safe');
    expect(() => reportAddress('gazette')).toThrow(new RangeError('Not a report: gazette'));
  });
});

describe('file-relative links', () => {
  test.each<[string, string, string, string]>([
    ['../places/old-bridge.mdx', 'places', 'old-bridge', ''],
    ['../places/old-bridge.mdx#notes', 'places', 'old-bridge', '#notes'],
    ['ada.mdx', 'people', 'ada', ''],
    ['./ada.mdx#x', 'people', 'ada', '#x'],
    // src/rules/ checks that such an entry exists.
    ['../nowhere/x.mdx', 'nowhere', 'x', ''],
    ['../places/Old%20Bridge.mdx', 'places', 'Old%20Bridge', ''],
  ])('%s', (url, collection, id, hash) => {
    expect(resolveContentLink('people', url)).toEqual({ collection, id, hash });
  });

  test.each([
    ...['', '#notes', 'ada', 'ada.html', '/places/old-bridge.mdx', 'places/old-bridge.mdx'],
    ...['../old-bridge.mdx', '../../content/places/old-bridge.mdx', '../places/sub/old-bridge.mdx'],
    ...['../places/old-bridge', '../places/old-bridge.md', '../places/old-bridge.yaml'],
    ...['../reports/gazette.yaml', '../places/old-bridge.mdx?x=1', 'https://example.org/ada.mdx'],
    ...['mailto:ada@example.org', 'javascript:alert(1)'],
  ])('"%s" is not such a link', (url) => expect(resolveContentLink('people', url)).toBeUndefined());
});
