import { describe, expect, test } from 'vitest';
import { linkArchive } from '../../src/archive/archive.ts';
import { eventOrder } from '../../src/archive/event-order.ts';
import type { PageRef } from '../../src/model/content-links.ts';
import type { EntryFile } from '../../src/model/entries.ts';
import { ENTRY_COLLECTIONS } from '../../src/model/references.ts';
import { checkContent } from '../../src/rules/check.ts';
import { archiveWith, contentWith } from '../support/archive.ts';
import { SOUND } from '../support/library.ts';

const archive = archiveWith();
const files = contentWith();
const ref = (text: string): PageRef => {
  const [collection, id] = text.split('/') as [PageRef['collection'], string];
  return { collection, id };
};
const keys = (reports: readonly { key: string }[]): string[] => reports.map(({ key }) => key);
const names = (pages: readonly PageRef[]): string[] =>
  pages.map(({ collection, id }) => `${collection}/${id}`);

describe('lookups', () => {
  test('every entry is found', () => {
    for (const path of Object.keys(SOUND).filter((path) => path.endsWith('.mdx'))) {
      const page = ref(path.replace(/\.\w+$/, ''));
      expect(archive.entry(page)).toMatchObject(page);
    }
  });

  test('every report is found', () => {
    expect(keys(archive.reports)).toEqual(['gazette/1', 'gazette/2', 'gazette/3', 'gazette/4', 'herald/1']);
    for (const report of archive.reports) expect(archive.report(report.key)).toBe(report);
  });

  test('a missing entry, report or question throws an error that names it', () => {
    expect(() => archive.entry(ref('people/eve'))).toThrow(new RangeError('Not in the archive: people/eve'));
    expect(() => archive.report('gazette/9')).toThrow(new RangeError('Not in the archive: gazette/9'));
    expect(() => archive.question('why')).toThrow(new RangeError('Not in the archive: questions/why'));
  });

  test('the reports of a source, by a voice, through a carrier, about a page', () => {
    expect(keys(archive.reportsOf('gazette'))).toEqual(['gazette/1', 'gazette/2', 'gazette/3', 'gazette/4']);
    expect(keys(archive.spokenBy(ref('people/ada')))).toEqual(['gazette/2']);
    expect(keys(archive.spokenBy(ref('sources/gazette')))).toEqual(['gazette/1', 'gazette/3']);
    expect(keys(archive.carriedBy(ref('organisations/town')))).toEqual(['gazette/2']);
    expect(keys(archive.carriedBy(ref('organisations/noticeboard')))).toEqual(['herald/1']);
    expect(keys(archive.about(ref('places/old-bridge')))).toEqual(['gazette/1', 'gazette/4', 'herald/1']);
  });

  test('lookups that find nothing return an empty list', () => {
    const nobody = ref('people/eve');
    expect(archive.reportsOf('tribune')).toEqual([]);
    for (const list of ['spokenBy', 'carriedBy', 'about', 'questionsAbout', 'mentionsOf'] as const)
      expect(archive[list](nobody), list).toEqual([]);
    expect(archive.usesOf('gazette/9')).toEqual([]);
  });

  test('a voice has its side; a source is press', () => {
    const entries = ['groups/boatmen', 'people/ada', 'organisations/noticeboard', 'sources/gazette'];
    const sides = ['militia', 'kyiv', 'platform', 'press'];
    expect(entries.map((text) => archive.sideOf(ref(text)))).toEqual(sides);
  });

  test('a subject or carrier named twice in a report counts once', () => {
    const ledger = SOUND['reports/herald.yaml']?.replace(/(via|about|answers): \[(.*)\]/g, '$1: [$2, $2]');
    const twice = linkArchive(checkContent(contentWith({ 'reports/herald.yaml': ledger })).entries);
    expect(keys(twice.carriedBy(ref('organisations/noticeboard')))).toEqual(['herald/1']);
    expect(keys(twice.about(ref('places/old-bridge')))).toEqual(['gazette/1', 'gazette/4', 'herald/1']);
    expect(keys(twice.question('was-it-unsafe').positions[0]?.reports ?? [])).toEqual(['herald/1']);
  });
});

describe('questions', () => {
  test('positions, voices and standing follow from the ledgers', () => {
    const question = archive.question('was-it-unsafe');
    const positions = question.positions.map(({ id, voices, reports }) => {
      return { id, voices: names(voices.map(({ ref }) => ref)), reports: keys(reports) };
    });
    expect(question.standing).toBe('disputed');
    expect(keys(question.reports)).toEqual(['gazette/4', 'herald/1']);
    expect(positions).toEqual([
      { id: 'unsafe', voices: ['organisations/town'], reports: ['herald/1'] },
      { id: 'safe', voices: ['groups/boatmen'], reports: ['gazette/4'] },
    ]);
  });

  test('questions are found by their subjects and by the voices that take a position', () => {
    for (const text of ['places/old-bridge', 'organisations/town', 'groups/boatmen'])
      expect(archive.questionsAbout(ref(text))).toMatchObject([{ entry: { id: 'was-it-unsafe' } }]);
    expect(archive.questionsAbout(ref('people/ada'))).toEqual([]);
  });
});

describe('back references', () => {
  test('links have the words around them, fields have their name; both are sorted by collection', () => {
    const to = ref('places/old-bridge');
    expect(archive.mentionsOf(to)).toEqual([
      {
        from: ref('groups/boatmen'),
        to,
        words: 'They say that the old bridge was never unsafe.',
        field: undefined,
      },
      { from: ref('events/closure'), to, words: undefined, field: 'places' },
      { from: ref('questions/was-it-unsafe'), to, words: undefined, field: 'about' },
    ]);
    expect(
      archive.mentionsOf(ref('people/ada')).map(({ from, field, words }) => [names([from])[0], field, words]),
    ).toEqual([
      ['groups/boatmen', 'leaders', undefined],
      ['events/closure', undefined, 'The mayor said that it would last ten days.'],
    ]);
  });

  test('every link and every reference has a back reference', () => {
    for (const name of ENTRY_COLLECTIONS) {
      for (const entry of files.entries[name] as readonly EntryFile[]) {
        for (const { url } of entry.prose.blocks.flatMap((block) => block.links)) {
          const [, collection = '', id = ''] = /^\.\.\/(\w+)\/(.+)\.mdx$/.exec(url) ?? [];
          const from = names(archive.mentionsOf(ref(`${collection}/${id}`)).map((mention) => mention.from));
          expect(from, `${entry.file} to ${url}`).toContain(`${name}/${entry.id}`);
        }
      }
    }
  });

  test('a report has the pages that cite it, each once', () => {
    expect(names(archive.usesOf('gazette/4'))).toEqual(['groups/boatmen', 'questions/was-it-unsafe']);
    expect(names(archive.usesOf('gazette/3'))).toEqual(['events/closure', 'people/ada']);
    expect(names(archive.usesOf('herald/1'))).toContain('terms/unsafe');
  });
});

describe('order', () => {
  const event = (title: string, date: string): string =>
    `---\ntitle: ${title}\nsummary: X. [@none]\nkind: measure\n${date && `date:\n  - { value: ${date}, reports: [gazette/1] }\n`}---\n`;
  const changed = archiveWith({
    'events/opening.mdx': event('Opening', '"1903"'),
    'events/flood.mdx': event('Flood', '2024-03'),
    'events/zeal.mdx': event('A zeal nobody dates', ''),
    'events/bazaar.mdx': event('Bazaar nobody dates', ''),
    'people/zoe.mdx': SOUND['people/ada.mdx']?.replace('title: Ada', 'title: Aaron'),
  });

  test('events are sorted by date; those without a date come last, by title', () => {
    const events = changed.list('events');
    expect(events.map(({ id }) => id)).toEqual(['opening', 'closure', 'flood', 'zeal', 'bazaar']);
    expect(events.map(eventOrder).slice(-2)).toEqual([Infinity, Infinity]);
  });

  test('the narrowest date of an event places it; a month sorts after its days, more reports first', () => {
    const several = (title: string, ...dates: string[]): string =>
      event(title, '2023').replace(
        /  - .*\n/,
        dates.map((date) => `  - { value: ${date}, reports: [gazette/1] }\n`).join(''),
      );
    const { list } = archiveWith({
      'events/month.mdx': several('A month', '2024-03'),
      'events/last.mdx': several('The last day', '2024-03-31'),
      'events/next.mdx': several('The next day', '2024-04-01'),
      'events/either.mdx': several('A month or a day', '2024-03~', '2024-03-07'),
      'events/span.mdx': several('From the last day on', '2024-03-31/2024-04-05'),
    });
    const ids = list('events').map(({ id }) => id);
    expect(ids.slice(-5)).toEqual(['either', 'span', 'last', 'month', 'next']);
  });

  test('all other entries are sorted by title', () => {
    expect(changed.list('people').map(({ id }) => id)).toEqual(['zoe', 'ada']);
    const titles = archive.list('organisations').map(({ data }) => data.title);
    expect(titles).toEqual(['The Gazette', 'The noticeboard', 'The town']);
  });
});
