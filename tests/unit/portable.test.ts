import { describe, expect, test } from 'vitest';
import { portable } from '../../src/output/portable.ts';
import { rewriteTags } from '../../src/output/tag-rewriter.ts';
import { relativeAddress } from '../../src/util/relative-address.ts';

describe('relativeAddress', () => {
  test.each([
    ['index.html', '/index.html', 'index.html'],
    ['index.html', '/', 'index.html'],
    ['index.html', '/people/ada.html', 'people/ada.html'],
    ['people/ada.html', '/', '../index.html'],
    ['people/ada.html', '/index.html', '../index.html'],
    ['people/ada.html', '/people/ada.html', 'ada.html'],
    ['people/ada.html', '/people/eve.html#r1', 'eve.html#r1'],
    ['people/ada.html', '/events/closure.html', '../events/closure.html'],
    ['people/a/b.html', '/style.css', '../../style.css'],
    ['people/ada.html', '/search.html?q=a/b#x', '../search.html?q=a/b#x'],
    ['people/ada.html', '/#x', '../index.html#x'],
    // A link to a folder is kept, so that the check of links refuses it.
    ['people/ada.html', '/people', '.'],
    ['people/ada.html', '/people/', '.'],
    ['people/ada.html', '/events/', '../events'],
  ])('from %s to %s: %s', (page, address, relative) => {
    expect(relativeAddress(page, address)).toBe(relative);
    // Resolve the address as a browser does, at any location of the site.
    for (const root of ['https://example.org/', 'https://example.org/a/b/', 'file:///C:/a%20b/']) {
      const resolved = new URL(relative, root + page).href;
      const meant =
        root +
        (address.startsWith('/?') || /^\/(#|$)/.test(address)
          ? `index.html${address.slice(1)}`
          : address.slice(1));
      expect(resolved.replace(/\/$/, '')).toBe(meant.replace(/\/$/, ''));
    }
  });
});

describe('portable', () => {
  const made = (html: string): string =>
    rewriteTags(html, { tag: (_name, attributes) => portable(attributes, 'people/ada.html') });

  test.each([
    ['<a href="/events/closure.html#x">x</a>', '<a href="../events/closure.html#x">x</a>'],
    ['<link rel="stylesheet" href="/assets/a.css">', '<link rel="stylesheet" href="../assets/a.css">'],
    ['<script src="/assets/a.js"></script>', '<script src="../assets/a.js"></script>'],
    ['<img src="/a.svg">', '<img src="../a.svg">'],
    ['<form action="/search.html"></form>', '<form action="../search.html"></form>'],
    ['<object data="/a.svg"></object>', '<object data="../a.svg"></object>'],
    [
      '<meta http-equiv="refresh" content="0; url=/events/closure.html">',
      '<meta http-equiv="refresh" content="0; url=../events/closure.html">',
    ],
    ['<svg><a href="/events/closure.html"></a></svg>', '<svg><a href="../events/closure.html"></a></svg>'],
  ])('%s', (html, expected) => expect(made(html)).toBe(expected));

  test.each([
    '<a href="#notes">x</a>',
    '<a href="ada.html">x</a>',
    '<a href="https://example.org/x">x</a>',
    '<a href="//example.org/x">x</a>',
    '<a href="mailto:ada@example.org">x</a>',
    '<p title="/events/closure.html" data-preview="/x">/events/closure.html</p>',
    '<a>x</a>',
  ])('%s stays as it is', (html) => expect(made(html)).toBe(html));
});
