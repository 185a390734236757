// The whole work's links: exchanged when every section is known, for the page and for the book.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { chapterText, fitForDevices } from '../../src/integrations/chapter.ts';
import { Scratch } from '../../src/integrations/scratch.ts';
import { WorkLinks } from '../../src/integrations/work-links.ts';
import type { Part } from '../../src/integrations/work-page.ts';

const $ = load('', null, false);
const part = (html: string): Part => $(html) as Part;

const SECTIONS = new Map([
  ['/people/ada.html', 'people.ada'],
  ['/people.html', 'people'],
]);

/** A section with a link to this address, beside one with ids, as it is on the page and in the book. */
function led(address: string): [string, string] {
  const links = new WorkLinks(SECTIONS);
  const from = part('<section id="people"><a class="x">é</a></section>');
  from.find('a').attr('href', address);
  const to = part(
    '<section id="people.ada"><p id="people.ada.r1">x</p><svg id="people.ada.map"></svg></section>',
  );
  const texts: [string, string][] = [];
  for (const section of [from, to]) {
    links.markPage(section);
    const html = $.html(section);
    fitForDevices(section);
    links.learnChapter(section, `${section.attr('id') ?? ''}.xhtml`);
    texts.push([html, chapterText(section)]);
  }
  const [html, chapter] = texts[0] ?? ['', ''];
  const tag = (text: string): string => /<a[^>]*>/.exec(text)?.[0] ?? '';
  return [tag(links.page(html)), tag(links.chapter(chapter))];
}

test.each<[string, string, string, string]>([
  ['a page that is a section', '/people/ada.html', '#people.ada', 'people.ada.xhtml#people.ada'],
  ['a place on it', '/people/ada.html#r1', '#people.ada.r1', 'people.ada.xhtml#people.ada.r1'],
  ['a place that was left out', '/people/ada.html#no', '#people.ada', 'people.ada.xhtml#people.ada'],
  ['a place on the page itself', '#people.ada.r1', '#people.ada.r1', 'people.ada.xhtml#people.ada.r1'],
  ['what the book cannot show', '/people/ada.html#map', '#people.ada.map', ''],
  ['a page that is no section', '/data.html?a&b', '/data.html?a&amp;b', ''],
  ['another scheme', 'mailto:ada@example.org', 'mailto:ada@example.org', ''],
  ['another site', 'https://example.org/', 'https://example.org/', 'https://example.org/'],
])('%s', (_what, address, page, book) => {
  const tag = (href: string): string => (href === '' ? '<a class="x">' : `<a class="x" href="${href}">`);
  expect(led(address)).toEqual([tag(page), tag(book)]);
});

test('a text waits in a file that is taken away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scratch-'));
  try {
    const scratch = new Scratch(join(folder, 'parts'));
    const texts = ['“one”', '', 'two'].map((text) => scratch.put(text));
    expect(texts.map((read) => read()).join('|')).toBe('“one”||two');
    expect(texts[0]?.()).toBe('“one”');
    scratch.close();
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
