import { describe, expect, test } from 'vitest';
import { linkProblems, linkReader, type PageLinks } from '../../src/output/links.ts';
import { rewriteTags } from '../../src/output/tag-rewriter.ts';

function pageLinks(html: string, path: string): PageLinks {
  const { tag, links } = linkReader(path);
  rewriteTags(html, { tag: (name, attributes) => void tag(name, attributes) });
  return links;
}

/** The link problems of a site of two pages and a style sheet, one page of which has this HTML. */
function problems(html: string, path = 'people/ada.html') {
  const home = pageLinks('<h1 id="top">Home</h1><p id="größe">x</p><p id="a#b">x</p>', 'index.html');
  const files = new Set([path, 'index.html', 'assets/site.css', 'Straße/eins zwei.html', '100%.html']);
  return linkProblems([pageLinks(html, path), home], files);
}

describe('sound', () => {
  test.each([
    '<a href="../index.html">x</a>',
    '<a href="../index.html#top">x</a>',
    '<a href="../index.html#">x</a>',
    '<a href="../index.html#gr%C3%B6%C3%9Fe">x</a>',
    '<a href="../index.html#a#b">x</a>',
    '<a href="ada.html">x</a>',
    '<a href="#here">x</a><p id="here"></p>',
    '<a href="#">x</a>',
    '<a href="../Stra%C3%9Fe/eins%20zwei.html">x</a>',
    '<a href="../100%.html">x</a>',
    '<a href="https://example.org/gone#x">x</a>',
    '<a href="mailto:ada@example.org">x</a>',
    '<a>no link</a>',
    '<link rel="stylesheet" href="../assets/site.css?v=1">',
    '<link rel="canonical" href="https://example.org/people/ada.html">',
    '<img src="data:image/svg+xml,x">',
  ])('%s', (html) => expect(problems(html)).toEqual([]));
});

describe('refused', () => {
  test.each<[string, string, string, string, string?]>([
    [
      '<a href="../people/adda.html">',
      'link',
      '../people/adda.html',
      'a file that exists',
      'people/ada.html',
    ],
    ['<a href="../people/">x</a>', 'link', '../people/', 'a file that exists'],
    ['<a href=".">x</a>', 'link', '.', 'a file that exists'],
    ['<a href="../..">x</a>', 'link', '../..', 'a file that exists'],
    ['<a href="../places/old-bridge.mdx">x</a>', 'link', '../places/old-bridge.mdx', 'a file that exists'],
    ['<a href="/index.html">x</a>', 'link', '/index.html', 'a relative link'],
    ['<a href="//example.org">x</a>', 'link', '//example.org', 'a relative link'],
    ['<a href="http://example.org">x</a>', 'link', 'http://example.org', 'a relative link'],
    ['<a href="javascript:alert(1)">x</a>', 'link', 'javascript:alert(1)', 'a relative link'],
    ['<a href="../index.html#tpo">x</a>', 'anchor', '../index.html#tpo', 'an id on index.html', 'top'],
    ['<a href="#nowhere">x</a>', 'anchor', '#nowhere', 'an id on people/ada.html'],
    ['<a href="../index.html#%">x</a>', 'anchor', '../index.html#%', 'an id on index.html'],
    ['<map><area href="quite-elsewhere.html"></map>', 'link', 'quite-elsewhere.html', 'a file that exists'],
    ['<script src="https://a.org/x"></script>', 'loaded', 'https://a.org/x', 'a file of this site'],
    ['<img src="//example.org/x.png">', 'loaded', '//example.org/x.png', 'a file of this site'],
    ['<link rel="icon" href="../icon.svg">', 'loaded', '../icon.svg', 'a file that exists'],
    ['<img src="">', 'loaded', '', 'a file that exists'],
    ['<p id="a"></p><p id="a"></p>', 'id', 'a', 'an id that stands once on a page'],
  ])('%s', (html, field, found, expected, nearest) => {
    const place = { rule: 'link', file: 'people/ada.html', line: 0, column: 0 };
    expect(problems(html)).toEqual([{ ...place, field, found: JSON.stringify(found), expected, nearest }]);
  });

  test('all problems are listed, a repeated link once', () => {
    const html = '<a href="a.html"></a><a href="a.html"></a><a href="b.html"></a><img src="c.png">';
    expect(problems(html).map(({ found }) => found)).toEqual(['"c.png"', '"a.html"', '"b.html"']);
  });
});
