import { describe, expect, test } from 'vitest';
import { inLedgerOrder, reportsCounted, toReport } from '../../src/archive/reports.ts';
import { ledgerProblems } from '../../src/rules/ledgers.ts';
import { contentWith } from '../support/archive.ts';
import { edited, type Changes } from '../support/library.ts';

const ORIGIN = {
  capture: 'held',
  published: { value: '2024-03-05', how: 'printed' },
  publisher: undefined,
} as const;

describe('the reports of a ledger', () => {
  const ledger = (changes?: Changes) =>
    (contentWith(changes).entries.reports[0] ?? expect.fail('no ledger')).data.reports
      .map((data) => toReport({ id: `gazette/${data.id}`, data }, () => ORIGIN))
      .sort(inLedgerOrder);

  test('a report has its key, voice, carriers, date, subjects and answers', () => {
    expect(ledger()[1]).toEqual({
      key: 'gazette/2',
      source: 'gazette',
      ...ORIGIN,
      number: 2,
      paragraph: 2,
      says: 'The bridge stays shut for ten days.',
      evidence: 'shut for ten days',
      voice: { collection: 'people', id: 'ada' },
      speaker: undefined,
      via: [{ collection: 'organisations', id: 'town' }],
      mode: 'said',
      on: '2024-03-04',
      inferred: 'Monday, in a paper dated Tuesday 5 March 2024',
      about: [{ collection: 'events', id: 'closure' }],
      answers: [],
      bearsOn: [],
    });
    expect(ledger()[3]).toMatchObject({
      speaker: 'boatmen',
      answers: [{ question: 'was-it-unsafe', position: 'safe' }],
    });
  });

  test('reports come in the order of paragraphs, then of numbers', () => {
    const moved = edited('reports/gazette.yaml', 'id: 1\n    paragraph: 1', 'id: 9\n    paragraph: 2');
    expect(ledger(moved).map(({ number }) => number)).toEqual([2, 3, 9, 4]);
  });
});

describe('a number of reports', () => {
  const [report] = (contentWith().entries.reports[0] ?? expect.fail('no ledger')).data.reports.map((data) =>
    toReport({ id: `gazette/${data.id}`, data }, () => ORIGIN),
  );
  const kept = report ?? expect.fail('no report');
  const from = (source: string) => ({ ...kept, source, capture: 'seen' as const });
  test.each([
    [[kept], '1 report'],
    [[kept, from('post')], '2 reports (1 of them from a page we did not save)'],
    [[kept, from('post'), from('times')], '3 reports (2 of them from pages we did not save)'],
    [[from('post'), from('post')], '2 reports (all from a page we did not save)'],
    [[from('post')], '1 report (from a page we did not save)'],
  ])('says how many come from pages that were not saved: case %#', (reports, words) => {
    expect(reportsCounted(reports)).toBe(words);
  });
});

test('a file that cannot be read causes no second problem in the files that depend on it', () => {
  for (const path of ['reports/gazette.yaml', 'sources/gazette.mdx']) {
    const { entries, unread } = contentWith({ [path]: 'not: [this' });
    expect([...unread]).toEqual([path.replace(/\.\w+$/, '')]);
    expect(ledgerProblems(entries, unread)).toEqual([]);
  }
});
