import { describe, expect, test } from 'vitest';
import { asSection, sectionHeadings } from '../../src/util/html-fragment.ts';

test('section headings are the second-level headings with an id, with their words', () => {
  const html = '<h2 id="a">A <em>b</em> &amp; c</h2><p>x</p><h2>No</h2><h3 id="c">No</h3><h2 id="d"></h2>y';
  expect(sectionHeadings(html)).toEqual([
    { id: 'a', text: 'A b & c' },
    { id: 'd', text: '' },
  ]);
});

describe('a page as a section', () => {
  const sections = new Map([
    ['/people/ada.html', 'people.ada'],
    ['/people/eve.html', 'people.eve'],
    ['/people/index.html', 'people'],
  ]);
  const section = (html: string, level = 3): string =>
    asSection(html, { prefix: 'people.ada', level, sections });

  test.each([
    ['a page that is a section', '/people/eve.html', '#people.eve'],
    ['a place on it', '/people/eve.html#r1', '#people.eve.r1'],
    ['an index', '/people/index.html', '#people'],
    ['a place on the page itself', '#r1', '#people.ada.r1'],
    ['the page itself', '/people/ada.html#r1', '#people.ada.r1'],
    ['a list that sections lack', '/people/eve.html#refers-here', '#people.eve'],
    ['a page that is no section', '/data.html?a&amp;b#c', '/data.html?a&amp;b#c'],
    ['another scheme', 'mailto:ada@example.org', 'mailto:ada@example.org'],
    ['another site', 'https://example.org/#x', 'https://example.org/#x'],
  ])('a link to %s', (_what, address, expected) => {
    expect(section(`<a href="${address}">é</a>`)).toBe(`<a href="${expected}">é</a>`);
  });

  test('ids and references to them get the prefix', () => {
    expect(section('<p id="a"></p><table aria-labelledby="a b"></table><svg><use href="#c"/></svg>')).toBe(
      '<p id="people.ada.a"></p><table aria-labelledby="people.ada.a people.ada.b"></table>' +
        '<svg><use href="#people.ada.c"/></svg>',
    );
    expect(section('<svg viewBox="0 0 1 1"><path fill="url(#hatch)"/></svg>')).toBe(
      '<svg viewBox="0 0 1 1"><path fill="url(#people.ada.hatch)"/></svg>',
    );
  });

  test('headings are lowered, to the sixth level at most', () => {
    expect(section('<h1>a</h1><h2>b</h2><h5 class="x">c</h5>')).toBe(
      '<h3>a</h3><h4>b</h4><h6 class="x">c</h6>',
    );
    expect(section('<h1>a</h1>', 2)).toBe('<h2>a</h2>');
  });

  test('details are open, sections are not landmarks, text is unchanged', () => {
    expect(section('<details><summary>s</summary>x</details>')).toBe(
      '<details open><summary>s</summary>x</details>',
    );
    expect(section('<section aria-labelledby="a" data-pagefind-ignore>x</section>')).toBe(
      '<section>x</section>',
    );
    expect(section('<a data-preview="&lt;h1>" href="#x">&lt;b&gt; “é” &amp;</a><br/>')).toBe(
      '<a href="#people.ada.x">&lt;b&gt; “é” &amp;</a><br>',
    );
  });
});
