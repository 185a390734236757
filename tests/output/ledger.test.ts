// Every row of every ledger begins with its voice, then the verb of its mode, then the statement; relations show at both ends.
import { expect, test } from 'vitest';
import { reportAnchor } from '../../src/archive/addresses.ts';
import { entryName } from '../../src/archive/names.ts';
import { dateWords } from '../../src/model/dates.ts';
import { BEARINGS, MODE_VERBS } from '../../src/model/schemas/ledger.ts';
import { ownArchive } from '../support/archive.ts';
import { parse, texts, words } from '../support/site.ts';

const archive = ownArchive();

for (const { id } of archive.list('sources')) {
  test(`the ledger of ${id}`, () => {
    const $ = parse(`sources/${id}.html`);
    for (const report of archive.reportsOf(id)) {
      const row = $(`.ledger > #${reportAnchor(report.number)}`);
      const says = row.children('.says');
      const bold = says.find('b').clone().find('.unseen, .speaker').remove().end();
      expect(words(bold.text()), report.key).toBe(
        `${entryName(archive, report.voice)} ${MODE_VERBS[report.mode]}:`,
      );
      const text = words(says.text());
      expect(text.startsWith(words(says.find('b').text())), report.key).toBe(true);
      expect(text.endsWith(words(`${MODE_VERBS[report.mode]}: ${report.says}`)), report.key).toBe(true);

      const line = words(row.children('.chain-line').text());
      if (report.on) expect(line, report.key).toContain(dateWords(report.on));
      const { published } = report;
      if (report.on && published && published.value.slice(0, 10) !== report.on.slice(0, 10))
        expect(line, report.key).toMatch(
          new RegExp(`said ${dateWords(report.on)}.* published ${dateWords(published.value)}`),
        );

      const branches = texts(row.find('span.branch > b'));
      const relations = [
        ...report.bearsOn.map(({ to, how, why }) => {
          const words = how === 'same_as' ? BEARINGS[how][0] : `this ${BEARINGS[how][0]}`;
          return { words, other: to, why };
        }),
        ...archive
          .borneOnBy(report.key)
          .map(({ from, how, why }) => ({ words: BEARINGS[how][1], other: from, why })),
      ];
      // The reports of one source that bear in the same way for the same reason share a branch.
      const expected = Map.groupBy(
        relations,
        ({ words, other, why }) => `${words} ${archive.report(other).source} ${why}`,
      );
      expect(branches.toSorted(), report.key).toEqual(
        [...expected.values()].map(([first]) => first?.words).toSorted(),
      );
      expect(row.find('span.branch a').length, report.key).toBe(relations.length);
    }
  });
}
