// Content is data: whatever stands in a text field of sound content is taken as it is, every character
// of it, and stops nothing. That it shows as text on the pages is tested on the built site.
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readContent } from '../../src/model/read.ts';
import { archiveOf } from '../support/archive.ts';
import { libraryWith, SOUND } from '../support/library.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</title></head><body onload="alert(1)">',
  '</script><!-- ]]> --> <![CDATA[',
  `"double" 'single' “curly” \`back\``,
  '& &amp; &lt;b&gt; &#60; %3Cscript%3E',
  '{process.exit()} ${1 + 1} {{ x }} {/* y */}',
  '*bold* _low_ ~~out~~ # - > | [x](y) ![z](w) \\',
  'javascript:alert(1)',
  '../../etc/passwd \\..\\..\\x',
  "'; DROP TABLE reports; --",
  '--- yaml: [not, a, list] # no comment',
  '*alias &anchor !tag @at %percent',
  'import x from "y"; export default x',
  '__proto__ constructor toString',
  'emoji 🌉, Кириллица, עברית, zero\u200Bwidth, e\u0301',
  '<mark>found</mark>',
];

/** A sound library in which every text field holds this. */
function libraryOf(text: string) {
  const yaml = (data: object): string => stringify(data, { aliasDuplicateObjects: false });
  const matter = (data: object, prose: string): string => `---\n${yaml(data)}---\n\n${prose}\n`;
  // A summary is Markdown, in which brackets make links.
  const summary = `${text.replaceAll('[', '\\[')} [@gazette/1]`;
  const page = { title: text, summary, aliases: [text] };
  const change = { on: '2024-03-05', what: text, why: text };
  const fact = { value: text, reports: ['gazette/1'], note: text, inferred: text };
  return libraryWith({
    'groups/boatmen.mdx': matter(
      { ...page, changes: [change], side: 'militia', names: [fact], aims: [fact], legal: [fact] },
      'One. [@gazette/4]',
    ),
    'events/closure.mdx': matter(
      { ...page, kind: 'measure', harm: [fact], outcome: [fact] },
      'One. [@gazette/4]',
    ),
    'questions/was-it-unsafe.mdx': matter(
      {
        ...page,
        about: ['places/old-bridge'],
        positions: [
          { id: 'unsafe', answer: text },
          { id: 'safe', answer: text },
        ],
        would_settle: [text],
      },
      'One. [@gazette/4]',
    ),
    'people/ada.mdx': matter({ ...page, side: 'kyiv', side_note: text, role: [fact] }, 'One. [@gazette/4]'),
    'organisations/town.mdx': matter(
      { ...page, kind: 'state body', side: 'kyiv', side_note: text, role: [fact] },
      'One. [@gazette/4]',
    ),
    'places/old-bridge.mdx': matter(
      {
        ...page,
        kind: 'building',
        point: { latitude: 50.5, longitude: 35.7, precision: 1, from: text },
        population: [fact],
      },
      'One. [@gazette/4]',
    ),
    'terms/unsafe.mdx': matter({ ...page, kind: 'loaded', instead: text }, 'One.'),
    'sources/gazette.mdx': matter(
      {
        ...page,
        short: text,
        author: { value: text, how: 'printed', note: text },
        headline: { value: text, how: 'located' },
        copies: [{ url: 'https://example.org/', note: text }],
        sha256: '0'.repeat(64),
        paragraphs: 4,
        unused: [{ paragraph: 4, reason: text }],
        slips: [{ paragraph: 3, printed: text, correct: text, basis: text }],
      },
      'One.',
    ),
    'reports/gazette.yaml': yaml({
      source: 'gazette',
      reports: [1, 2, 3, 4].map((id) => ({
        id,
        paragraph: Math.min(id, 3),
        says: text,
        evidence: text,
        by: 'people/ada',
        speaker: text,
        mode: 'said',
        on: '2024-03-04',
        inferred: text,
        about: ['places/old-bridge'],
        answers: ['was-it-unsafe/safe'],
      })),
    }),
  });
}

/** All texts in a value, wherever they stand. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe.each(HOSTILE)('%s', (text) => {
  const { root, remove } = libraryOf(text);
  afterAll(remove);
  const content = readContent(root);
  const archive = archiveOf(root);

  test('every field keeps it as it was written', () => {
    const kept = (value: unknown): number => texts(value).filter((one) => one === text).length;
    const count = (collection: keyof typeof content.entries, id: string): number =>
      kept(content.entries[collection].find((entry) => entry.id === id)?.data);
    expect({
      groups: count('groups', 'boatmen'),
      events: count('events', 'closure'),
      questions: count('questions', 'was-it-unsafe'),
      people: count('people', 'ada'),
      organisations: count('organisations', 'town'),
      places: count('places', 'old-bridge'),
      terms: count('terms', 'unsafe'),
      sources: count('sources', 'gazette'),
      reports: count('reports', 'gazette'),
    }).toEqual({
      groups: 2 + 2 + 3 * 3,
      events: 2 + 2 * 3,
      questions: 2 + 3,
      people: 2 + 1 + 3,
      organisations: 2 + 1 + 3,
      places: 2 + 1 + 3,
      terms: 2 + 1,
      sources: 2 + 1 + 3 + 1 + 1 + 3,
      reports: 4 * 4,
    });
  });

  test('the archive hands it on', () => {
    const report = archive.report('gazette/2');
    expect([report.says, report.evidence, report.speaker, report.inferred]).toEqual([text, text, text, text]);
    const question = archive.question('was-it-unsafe');
    expect(question.positions.map(({ answer }) => answer)).toEqual([text, text]);
    expect(archive.entry({ collection: 'people', id: 'ada' }).data.title).toBe(text);
  });

  test('a summary that holds it is one block, whose citation is seen', () => {
    const { lede } = content.entries.people.find(({ id }) => id === 'ada') ?? expect.fail('no entry');
    expect(lede.blocks.flatMap(({ citations }) => citations.map(({ key }) => key))).toEqual(['gazette/1']);
    expect(lede).toMatchObject({ errors: [], refused: [], components: [] });
  });
});

test('names of built-in properties are ids like any other', () => {
  const { root, remove } = libraryWith({
    'people/constructor.mdx': SOUND['people/ada.mdx'],
    'people/tostring.mdx': SOUND['people/ada.mdx']?.replace('../organisations/town.mdx', 'constructor.mdx'),
  });
  const archive = archiveOf(root);
  remove();
  const found = archive.mentionsOf({ collection: 'people', id: 'constructor' });
  expect(found.map(({ from }) => from.id)).toEqual(['tostring']);
  expect(archive.spokenBy({ collection: 'people', id: 'constructor' })).toEqual([]);
});
