// What was seen, not held, shows no words of its pages and is marked wherever it is shown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'astro/zod';
import type { Position } from '../../src/archive/standing.ts';
import { ownArchive } from '../support/archive.ts';
import { DIST } from '../support/project.ts';
import { hrefs, parse, SITE, words } from '../support/site.ts';

const archive = ownArchive();
const seen = archive.list('sources').filter(({ data }) => data.capture === 'seen');
const keys = new Set(seen.map(({ id }) => id));
const read = (name: string): unknown => JSON.parse(readFileSync(join(DIST, 'data', name), 'utf8'));

test('the ledgers of seen sources on the built pages have no quotation', () => {
  expect(seen.length).toBeGreaterThan(30);
  for (const { id } of seen) {
    const ledger = parse(`sources/${id}.html`)('.reports.ledger');
    expect(ledger.children('li.not-held').length, id).toBe(archive.reportsOf(id).length);
    expect(ledger.find('q').length, id).toBe(0);
  }
});

test('every chain that ends in a seen source says so, on every page', () => {
  const unmarked: string[] = [];
  let count = 0;
  for (const path of SITE) {
    const $ = parse(path);
    const marked = new Set<unknown>($('.chain:has(.seen)'));
    for (const link of $('.chain a.row')) {
      const row = link.attribs['href'] ?? '';
      const source = /(?:sources[/.])?([\w-]+)(?:\.html#|\.)r\d+$/.exec(row)?.[1];
      const own = row.startsWith('#r') ? path.replace(/^sources\/|\.html$/g, '') : source;
      if (own === undefined || !keys.has(own)) continue;
      if (marked.has($(link).closest('.chain').get(0))) count += 1;
      else unmarked.push(`${path}: ${row}`);
    }
  }
  expect(unmarked).toEqual([]);
  expect(count).toBeGreaterThan(1000);
});

test('the exports mark the reports of seen sources and give no evidence for them', () => {
  const rows = z
    .array(z.object({ source: z.string(), capture: z.string(), evidence: z.string().nullable() }))
    .parse(read('reports.json'));
  for (const { source, capture, evidence } of rows) {
    const held = !keys.has(source.replace('sources/', ''));
    expect([capture, evidence !== null]).toEqual(held ? ['held', true] : ['seen', false]);
  }
});

test('search and structured data mark the pages of seen sources', () => {
  for (const { id } of seen) {
    const $ = parse(`sources/${id}.html`);
    expect($('[data-pagefind-filter="Kind"]').text(), id).toBe('Source, not saved');
    expect($('script[type="application/ld+json"]').text(), id).toContain('Not saved');
  }
});

test.each(['index.html', 'method.html'])('%s lists each question that seen pages changed', (page) => {
  const listed = hrefs(parse(page)('.changed li > a'));
  const touched = archive.questions.filter(
    ({ entry, reports, withSeen }) =>
      entry.data.changes.length > 0 || withSeen.reports.length > reports.length,
  );
  expect(touched.length).toBeGreaterThan(40);
  expect(listed.toSorted()).toEqual(touched.map(({ entry }) => `questions/${entry.id}.html`).toSorted());
});

/** The numbers of answers and voices in words. */
function weight(positions: readonly Position[]): string {
  const answers = positions.filter(({ reports }) => reports.length > 0).length;
  const voices = new Set(positions.flatMap((position) => position.voices.map(({ ref }) => ref.id))).size;
  const several = answers > voices && voices > 1 ? ', some of which give several' : '';
  return `${answers} ${answers === 1 ? 'answer' : 'different answers'} from ${voices} voice${voices === 1 ? '' : 's'}${several}`;
}

test('the list of questions groups by the standing with all texts and pages, and has the numbers of the texts we saved where these give another', () => {
  const $ = parse('questions/index.html');
  const rows = $('.questions > li');
  expect(rows.length).toBe(archive.questions.length);
  for (const row of rows) {
    const id = ($('a', row).attr('href') ?? '').replace('.html', '');
    const { standing, positions, withSeen } = archive.question(id);
    const [, said = ''] = words($(row).text()).split($('a', row).text());
    const other =
      standing === 'open'
        ? ', only on web pages we did not save'
        : `; in the texts we saved, only ${weight(positions)}`;
    const kept = standing === withSeen.standing ? '' : other;
    expect(said.trim().endsWith(`${weight(withSeen.positions)}${kept}`), id).toBe(true);
    expect($(row).closest('section').attr('aria-labelledby'), id).toBe(withSeen.standing.replace(' ', '-'));
  }
});
