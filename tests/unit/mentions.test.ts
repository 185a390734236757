import { describe, expect, test } from 'vitest';
import { mentionsOf } from '../../src/archive/mentions.ts';
import type { PageRef } from '../../src/model/content-links.ts';
import type { Entry } from '../../src/model/entries.ts';
import { readEntry } from '../../src/model/read-entry.ts';
import { CONTEXT, fieldProblems, inProse } from '../../src/rules/references.ts';
import type { Targets } from '../../src/rules/targets.ts';

const TARGETS: Targets = {
  pages: new Set([
    ...['people/ada', 'people/basil', 'places/old-bridge', 'places/new-bridge'],
    ...['organisations/town', 'events/closure', 'sources/gazette'],
  ]),
  moved: new Map([
    ['people/adela', 'people/ada'],
    ['sources/courier', 'sources/gazette'],
  ]),
  reports: new Set(['gazette/1', 'gazette/2', 'gazette/10']),
  unreadLedgers: new Set(['herald']),
  anchors: new Map(),
  absent: new Set(),
};

function mentions(prose: string, matter = '', name: PageRef['collection'] = 'places') {
  const kind = name === 'places' ? 'kind: town\n' : 'kind: measure\n';
  const text = `---\ntitle: Here\nsummary: One. [@gazette/1]\n${kind}${matter}---\n${prose}\n`;
  const { entry: file, problems } = readEntry(name, 'here', 'content/here.mdx', Buffer.from(text));
  expect(problems).toEqual([]);
  if (!file) return expect.fail('no entry');
  const { problems: broken, ...found } = inProse(file, TARGETS);
  const entry = { collection: name, id: file.id, data: { ...file.data, ...found } } as Entry;
  return { ...mentionsOf(entry), problems: [...fieldProblems(file, TARGETS), ...broken] };
}

const here = { collection: 'places', id: 'here' };

describe('links', () => {
  test('a link is a mention with the words of its block', () => {
    expect(mentions('The [mayor](../people/ada.mdx#notes) said so. [@gazette/1]').mentions).toEqual([
      { from: here, to: { collection: 'people', id: 'ada' }, words: 'The mayor said so.', field: undefined },
    ]);
  });

  test.each([
    ['in a list', '- The [mayor](../people/ada.mdx)'],
    ['in a table', '| a |\n|---|\n| The [mayor](../people/ada.mdx) |'],
    ['in a heading', '## The [mayor](../people/ada.mdx)'],
    ['in a quotation', '> The [mayor](../people/ada.mdx)'],
  ])('%s', (_what, prose) =>
    expect(mentions(prose).mentions).toMatchObject([{ to: { id: 'ada' }, words: 'The mayor' }]),
  );

  test('a link to another host is not a mention', () => {
    const none = { mentions: [], problems: [] };
    expect(mentions('See [there](https://example.org/ada.mdx).')).toMatchObject(none);
  });

  const LONG = 'one two three four five six seven eight nine ten '.repeat(8).trim();

  test.each([
    ['at the beginning', `[Ada](../people/ada.mdx) ${LONG}`, /^Ada one two .* …$/],
    ['in the middle', `${LONG} [Ada](../people/ada.mdx) ${LONG}`, /^… \S.* ten Ada one .*\S …$/],
    ['at the end', `${LONG} [Ada](../people/ada.mdx)`, /^… .* nine ten Ada$/],
  ])('of a long paragraph, the words around a link are shown: %s', (_where, prose, expected) => {
    const words = mentions(prose).mentions[0]?.words ?? '';
    expect(words).toMatch(expected);
    // Cut at words on both sides, with an ellipsis for what is left out.
    expect(words.length).toBeGreaterThan(CONTEXT - 20);
    expect(words.length).toBeLessThanOrEqual(CONTEXT + 4);
    for (const word of words.split(' ')) expect(['…', 'Ada', ...LONG.split(' ')]).toContain(word);
  });

  test.each([
    ['../people/adda.mdx', '../people/ada.mdx'],
    ['../places/town.mdx', '../organisations/town.mdx'],
    ['old-brige.mdx', '../places/old-bridge.mdx'],
    ['../sources/gazete.mdx', '../sources/gazette.mdx'],
    ['../reports/gazette.yaml', '../sources/gazette.mdx'],
    ['../people/somebody-else-entirely.mdx', undefined],
    ['../people/ada', '../people/ada.mdx'],
    ['/people/ada.html', '../people/ada.mdx'],
    ['#notes', undefined],
    ['http://example.org', 'https://example.org'],
    ['javascript:alert(1)', undefined],
    ['mailto:ada@example.org', undefined],
  ])('%s is a broken link', (url, nearest) => {
    const { mentions: found, problems } = mentions(`\nSee [x](${url}).`);
    expect(found).toEqual([]);
    const place = { rule: 'link', file: 'content/here.mdx', line: 7, column: 5, field: 'link' };
    const expected = expect.stringContaining('a file-relative link') as string;
    expect(problems).toMatchObject([{ ...place, found: JSON.stringify(url), expected, nearest }]);
  });
});

describe('citations', () => {
  test('the reports that a page cites are those of its summary, prose and fields', () => {
    const { cites, from, problems } = mentions(
      'Two. [@gazette/2; @gazette/10]\n\n## Heading\n\nThree. [@herald/7]',
      'population:\n  - { value: "9", reports: [gazette/2] }\n',
    );
    // The first is of the field. The ledger of the last could not be parsed, so the report may exist.
    expect(cites).toEqual(['gazette/2', 'gazette/1', 'gazette/2', 'gazette/10', 'herald/7']);
    expect(from).toEqual(here);
    expect(problems).toEqual([]);
  });

  test.each([
    ['gazette/3', 'a report of content/reports/gazette.yaml: 1, 2, 10', undefined],
    ['gazete/10', 'a report that a ledger holds', 'gazette/10'],
    ['tribune/1', 'a report that a ledger holds', undefined],
    ['gazette', 'a citation such as', 'gazette/1'],
    ['Gazette 10', 'a citation such as', 'gazette/10'],
    ['', 'a citation such as', undefined],
  ])('@%s is an invalid citation', (key, expected, nearest) => {
    const place = { rule: 'reference', file: 'content/here.mdx', line: 6, column: 6, field: 'citation' };
    expect(mentions(`Two. [@${key}]`).problems).toEqual([
      { ...place, found: JSON.stringify(`@${key}`), expected: expect.stringContaining(expected), nearest },
    ]);
  });
});

describe('fields', () => {
  test('a reference in a field is a mention with the name of the field', () => {
    const matter = 'within: places/old-bridge\n';
    expect(mentions('', matter).mentions).toEqual([
      { from: here, to: { collection: 'places', id: 'old-bridge' }, words: undefined, field: 'within' },
    ]);
    const sourced = 'places:\n  - { value: places/old-bridge, reports: [gazette/1] }\n';
    expect(mentions('', sourced, 'events').mentions).toMatchObject([{ field: 'places' }]);
  });

  test.each([
    ['within: places/old-brige', 'within', 'places/old-brige', 'places/old-bridge'],
    ['within: places/town', 'within', 'places/town', 'organisations/town'],
    ['within: places/atlantis', 'within', 'places/atlantis', undefined],
    [
      'population:\n  - { value: x, reports: [gazette/11] }',
      'population[0].reports[0]',
      'gazette/11',
      'gazette/1',
    ],
  ])('%j is a broken reference', (matter, field, found, nearest) => {
    const { problems } = mentions('', `${matter}\n`);
    expect(problems).toMatchObject([{ rule: 'reference', field, found: JSON.stringify(found), nearest }]);
    expect(problems[0]?.line).toBe(matter.split('\n').length + 4);
  });
});
