// The cost of linking, lists, charts and exports grows in proportion to the content: no step is quadratic. Counts
// function calls at two sizes of content, because calls, unlike seconds, are the same on every machine.
import { afterAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type { Content } from '../../src/model/read.ts';
import { startCounting, type Calls } from '../support/calls.ts';

const counter = await startCounting();
afterAll(() => counter.stop());

const { entryItems } = await import('../../src/archive/bibliography.ts');
const { linkArchive } = await import('../../src/archive/archive.ts');
const { soundEntries } = await import('../../src/rules/check.ts');
const { dataFiles } = await import('../../src/exports/files.ts');
const { corrections } = await import('../../src/archive/feed.ts');
const { glossary } = await import('../../src/markdown/term-finder.ts');
const { furtherPages, indexList, reportLists, referrerLists } = await import('../../src/archive/lists.ts');
const { onlyToldBy } = await import('../../src/archive/only-source.ts');
const { eventTable, eventTimeline } = await import('../../src/charts/events.ts');
const { bearingKinds, CARRIER_KINDS, flows, sideBars, sourceBars } =
  await import('../../src/charts/lineage.ts');
const { matrix } = await import('../../src/charts/matrix.ts');
const { layoutStatements } = await import('../../src/charts/statements-layout.ts');
const { statements, statementTable } = await import('../../src/charts/statements.ts');
const { ENTRY_COLLECTIONS } = await import('../../src/model/references.ts');
const { inventedContent } = await import('../support/invented.ts');

const SIZE = 250;
const TIMES = 4;
/** The limit for all calls together: sorting four times the items takes more than four times the comparisons. */
const LIMIT = 4.6;
/** The limit for one function, above 4 because a small library has few entries of some kinds; a quadratic one has 16. */
const LIMIT_OF_ONE = 8;
/** Functions with fewer calls in the small library are not compared, such as those that run only for full charts. */
const MIN_CALLS = 100;

/** The work that the pages of the site cause, by step. */
const STEPS: Readonly<Record<string, (content: Content, archive: Archive) => unknown>> = {
  linking: (content) => linkArchive(soundEntries(content)),
  'lists of reports': (_content, archive) =>
    ENTRY_COLLECTIONS.flatMap((name) => archive.list(name).map((entry) => reportLists(archive, entry))),
  'what refers here': (_content, archive) =>
    ENTRY_COLLECTIONS.flatMap((name) => archive.list(name).map((entry) => referrerLists(archive, entry))),
  'further pages': (_content, archive) => furtherPages(archive),
  indexes: (_content, archive) => ENTRY_COLLECTIONS.map((name) => indexList(archive, name)),
  'pages of sources': (_content, archive) =>
    archive.list('sources').map(({ id }) => [onlyToldBy(archive, id), sideBars(archive, id, CARRIER_KINDS)]),
  references: (_content, archive) =>
    ENTRY_COLLECTIONS.flatMap((name) =>
      archive.list(name).map((entry) => entryItems(archive, entry, undefined, 'v')),
    ),
  charts: (_content, archive) => {
    const data = statements(archive);
    return [
      eventTable(eventTimeline(archive).rows),
      layoutStatements(data),
      statementTable(archive, data),
      matrix(archive),
      flows(archive),
      sourceBars(archive, bearingKinds(archive)),
    ];
  },
  exports: (_content, archive) => [dataFiles(archive), corrections(archive), glossary(archive.list('terms'))],
};

const total = (calls: readonly Calls[]): number =>
  calls.flatMap((each) => [...each.values()]).reduce((sum, count) => sum + count, 0);

describe(`four times the content costs about four times the work`, () => {
  const sizes = [SIZE, SIZE * TIMES].map((size) => {
    const content = inventedContent(size);
    return { content, archive: linkArchive(soundEntries(content)), calls: [] as Calls[] };
  });

  test.each(Object.entries(STEPS))('in every function: %s', async (_name, step) => {
    for (const { content, archive, calls } of sizes)
      calls.push(await counter.count(() => step(content, archive)));
    const [small, large] = sizes.map(({ calls }) => calls.at(-1));
    const grown = [...(small ?? [])]
      .map(([name, count]) => ({ name, count, times: (large?.get(name) ?? 0) / count }))
      .filter(({ count, times }) => count > MIN_CALLS && times > LIMIT_OF_ONE)
      .map(({ name, count, times }) => `${name}: ${count} runs became ${times.toFixed(1)} times as many`);
    expect(grown).toEqual([]);
  });

  test(`and at most ${LIMIT} times in all`, () => {
    const [small = 0, large = 0] = sizes.map(({ calls }) => total(calls));
    expect(small).toBeGreaterThan(100_000);
    expect(large / small).toBeLessThanOrEqual(LIMIT);
  });
});
