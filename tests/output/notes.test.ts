// The notes of every page.
import { expect, test } from 'vitest';
import { entryName } from '../../src/archive/names.ts';
import { reportPlace, type Report } from '../../src/archive/reports.ts';
import { SIDE_WORDS } from '../../src/model/sides.ts';
import { ownArchive } from '../support/archive.ts';
import { WHOLE } from '../support/project.ts';
import { hrefs, parse, SITE, words } from '../support/site.ts';

const archive = ownArchive();

/** The report whose row in a ledger has an address. */
function reportAt(row: string): Report {
  const [, source, number] = /(?:sources\/|^|sources\.)([a-z\d-]+)(?:\.html#|\.)r(\d+)$/.exec(row) ?? [];
  return archive.report(`${source}/${number}`);
}

/** The sides of the voices of a note, in words. */
const sidesOf = (rows: readonly string[]): string[] => [
  ...new Set(rows.map((row) => SIDE_WORDS[archive.sideOf(reportAt(row).voice)].word)),
];

test('every note has one mark with the signs of its sides, stands beside it and at the end, and leads back', () => {
  const wrong: string[] = [];
  let pages = 0;
  for (const path of SITE) {
    const $ = parse(path);
    const lists = $('.footnotes').length;
    const marks = $('.prose .cite');
    if (marks.length === 0) continue;
    pages += 1;
    const whole = path === WHOLE;
    const listed = $('.footnotes > ol > li');
    if (listed.length !== marks.length || (lists !== 1 && !whole))
      wrong.push(`${path}: ${marks.length} marks, ${listed.length} notes in ${lists} lists`);
    if (!whole && !$('.footnotes:last-child').is('details:not([open])'))
      wrong.push(`${path}: the list is not folded at the end`);
    for (const [index, mark] of [...marks].entries()) {
      const item = listed.eq(index);
      const link = $('sup a', mark);
      const inList = hrefs(item.find('a.row'));
      const sides = sidesOf(inList);
      const name = words(link.text());
      const number = /\d+$/.exec(link.attr('id') ?? '')?.[0];
      if (name !== `Note ${number}: ${sides.join(', ')}`) wrong.push(`${path}: mark “${name}”`);
      if ($('i', link).length !== sides.length) wrong.push(`${path}: signs of note ${number}`);
      if (!whole && inList.join() !== hrefs($('a.row', mark)).join())
        wrong.push(`${path}: note ${number} differs`);
      if (item.find('[aria-label^="Back"]').attr('href') !== `#${link.attr('id')}`)
        wrong.push(`${path}: note ${number} does not lead back`);
      if (link.attr('href') !== `#${whole ? item.attr('id') : link.attr('id')}`)
        wrong.push(`${path}: mark ${number} leads to ${link.attr('href')}`);
    }
    for (const { prev: before } of $('.cite + .cite'))
      if (before?.type === 'tag') wrong.push(`${path}: two marks at one point`);
  }
  expect(pages).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
});

test('every note has the whole chain, the evidence, and the mark of a translation', () => {
  const wrong: string[] = [];
  let notes = 0;
  for (const path of SITE) {
    const $ = parse(path);
    for (const note of $('.note')) {
      notes += 1;
      const report = reportAt($('a.row', note).attr('href') ?? '');
      const text = $(note).text().replaceAll(/\s+/g, ' ');
      const ref = { collection: 'sources', id: report.source } as const;
      // The words before the reports of an answer may name the voice.
      const answer = $(note).closest('.column > ul > li, .scale .voices > li');
      const voice = entryName(archive, report.voice);
      if (!(text + answer.text()).includes(voice)) wrong.push(`${path}: no “${voice}” with “${text}”`);
      const parts = [
        ...report.via.map((each) => entryName(archive, each)),
        `${entryName(archive, ref)} ${reportPlace(report)}`,
        // Beside the sentence, a report of a seen source has no words.
        (report.evidence ?? ($(note).is('.sidenote *') ? '' : report.says))
          .replaceAll(/\s/g, ' ')
          .replaceAll('“', '‘')
          .replaceAll('”', '’'),
        ...(report.capture === 'seen' ? ['no saved copy'] : []),
        ...(archive.entry(ref).data.translated ? ['(in translation)'] : []),
      ];
      for (const part of parts) if (!text.includes(part)) wrong.push(`${path}: no “${part}” in “${text}”`);
    }
  }
  expect(notes).toBeGreaterThan(3000);
  expect(wrong).toEqual([]);
});
