// Each page is valid HTML with its own heading and title. whole.test.ts reads the page of each entry, and crawl.test.ts
// follows the links.
import { expect, test } from 'vitest';
import { anchorsOf, PARTS } from '../../src/rules/anchors.ts';
import { ownArchive, ownContent } from '../support/archive.ts';
import { DIST, WHOLE } from '../support/project.ts';
import { attributes, hrefs, parse, SITE, texts } from '../support/site.ts';
import { invalid } from '../support/valid-html.ts';

test('every page is valid HTML', async () => {
  // The page of the whole work is as large as all others together: whole.test.ts checks its ids and headings, and
  // hostile.test.ts validates the whole page of a small site.
  expect(
    await invalid(
      DIST,
      SITE.filter((path) => path !== WHOLE),
    ),
  ).toEqual({});
});

test('every page has one main heading, text, a description, and a title that no other page has', () => {
  const wrong: string[] = [];
  const titles = new Map<string, string>();
  for (const path of SITE) {
    const $ = parse(path);
    const title = $('title').text();
    const heading = $('main h1');
    if ($('h1').length !== 1 || heading.text().trim() === '')
      wrong.push(`${path}: ${$('h1').length} main headings`);
    if ($('main').text().trim().length < 100) wrong.push(`${path}: hardly any text`);
    if (($('meta[name="description"]').attr('content') ?? '') === '') wrong.push(`${path}: no description`);
    const other = titles.get(title);
    if (other !== undefined) wrong.push(`${path}: the title of ${other}`);
    titles.set(title, path);
  }
  expect(wrong).toEqual([]);
});

test('the check knows the anchors of all entries', () => {
  const unknown = [...anchorsOf(ownContent().entries)].flatMap(([key, known]) => {
    const path = `${key.replace(/^pages\//, '').replace(/^home$/, 'index')}.html`;
    const ids = attributes(parse(path)('main :is(h2, h3, li, figcaption)[id]'), 'id');
    return ids.filter((id) => !known.has(id) && !PARTS.test(id)).map((id) => `${path}#${id}`);
  });
  expect(unknown).toEqual([]);
});

test('no page has two headings of the same words', () => {
  // On the page of the whole work, each entry has its own sections.
  const repeated = SITE.filter((path) => path !== WHOLE).flatMap((path) => {
    const headings = texts(parse(path)('main').find('h1, h2, h3, h4'));
    return headings.filter((each, index) => headings.indexOf(each) < index).map((each) => `${path}: ${each}`);
  });
  expect(repeated).toEqual([]);
});

test('no publisher of a source is listed as “named but not quoted”', () => {
  const publishers = ownArchive()
    .list('sources')
    .flatMap(({ data: { publisher } }) => (publisher ? `${publisher.value.id}.html` : []));
  expect(publishers.length).toBeGreaterThan(20);
  const named = hrefs(parse('organisations/index.html')('.named a'));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((address) => publishers.includes(address))).toEqual([]);
});

test('the home page tells the story in at most 700 words, map and first paragraph first', () => {
  const main = parse('index.html')('main').clone();
  const order = main.find('h1, .lede, .place-map, #day-by-day, .disputes, .cards, .specimen').toArray();
  const expected = ['h1', 'lede', 'place-map', 'day-by-day', 'disputes', 'cards', 'specimen'];
  expect(order.map(({ attribs: { class: name, id } }) => id ?? name ?? 'h1')).toEqual(expected);
  expect(main.find('.disputes tbody tr')).toHaveLength(5);
  main.find('.sidenote, .footnotes, .unseen, [hidden], details > :not(summary)').remove();
  const words = main.text().match(/\S*\w\S*/g) ?? [];
  expect(words.length).toBeLessThanOrEqual(700);
});
