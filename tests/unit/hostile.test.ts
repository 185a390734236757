// Content is data: every character of a text field is kept as it is written. tests/output/hostile.test.ts checks that
// the pages show it as text.
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { CollectionName } from '../../src/model/collections.ts';
import { archiveWith, contentWith } from '../support/archive.ts';
import { SOUND } from '../support/library.ts';

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
  'emoji 🌉👩‍🔧, Кириллица, עברית, x\u0301',
  '<mark>found</mark>',
];

/** The front matter or ledger of some files of the sound library, with this text in every text field. */
function fieldsOf(text: string): Record<string, object> {
  // A summary is Markdown, in which brackets make links.
  const summary = `${text.replaceAll('[', '\\[')}. [@gazette/1]`;
  const page = { title: text, summary, search: [text] };
  const change = { on: '2024-03-05', what: text, why: text };
  const fact = { value: text, reports: ['gazette/1'], note: text, inferred: text };
  const facts = { names: [fact], aims: [fact], legal: [fact] };
  const point = { latitude: 50.5, longitude: 35.7, precision: 1, from: text };
  const sided = { ...page, side: 'kyiv', side_note: text, role: [fact] };
  return {
    'groups/boatmen': { ...page, ...facts, changes: [change], side: 'militia' },
    'events/closure': { ...page, kind: 'measure', harm: [fact], outcome: [fact] },
    'questions/was-it-unsafe': {
      ...page,
      // The title of a question has no colon (src/model/schemas/question.ts).
      title: `${text.replaceAll(':', '')}?`,
      about: ['places/old-bridge'],
      positions: [
        { id: 'unsafe', answer: text },
        { id: 'safe', answer: `${text}!` },
      ],
      would_settle: [text],
    },
    'people/ada': sided,
    'organisations/town': { ...sided, kind: 'state body' },
    'places/old-bridge': { ...page, kind: 'building', point, population: [fact] },
    'terms/unsafe': { ...page, kind: 'loaded', instead: text },
    'sources/gazette': {
      ...page,
      short: text,
      capture: 'held',
      author: { value: text, how: 'printed', note: text },
      headline: { value: text, how: 'located' },
      copies: [{ url: 'https://example.org/', note: text }],
      sha256: '0'.repeat(64),
      paragraphs: 4,
      unused: [{ paragraph: 4, reason: text }],
      slips: [{ paragraph: 3, printed: text, correct: text, basis: text }],
    },
    'reports/gazette': {
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
    },
  };
}

/** Writes the fields as files. */
const filesOf = (fields: Readonly<Record<string, object>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([page, data]) => {
      const yaml = stringify(data, { aliasDuplicateObjects: false });
      if (page.startsWith('reports/')) return [`${page}.yaml`, yaml];
      const prose = /^(?:terms|sources)\//.test(page) ? 'One.' : 'One. [@gazette/4]';
      return [`${page}.mdx`, `---\n${yaml}---\n\n${prose}\n`];
    }),
  );

/** All texts in a value, at any depth. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe.each(HOSTILE)('%s', (text) => {
  const fields = fieldsOf(text);
  const content = contentWith(filesOf(fields));
  const archive = archiveWith(filesOf(fields));

  test.each(Object.entries(fields))('every text field of %s is unchanged', (page, data) => {
    const kept = (value: unknown): number => texts(value).filter((one) => one === text).length;
    const [name, id] = page.split('/') as [CollectionName, string];
    const entry = content.entries[name].find((one) => one.id === id);
    expect(kept(data)).toBeGreaterThan(2);
    expect(kept(entry?.data)).toBe(kept(data));
  });

  test('the archive has it unchanged', () => {
    const report = archive.report('gazette/2');
    expect([report.says, report.evidence, report.speaker, report.inferred]).toEqual([text, text, text, text]);
    const question = archive.question('was-it-unsafe');
    expect(question.positions.map(({ answer }) => answer)).toEqual([text, `${text}!`]);
    expect(archive.entry({ collection: 'people', id: 'ada' }).data.title).toBe(text);
  });

  test('a summary that contains it is one block with its citation', () => {
    const { lede } = content.entries.people.find(({ id }) => id === 'ada') ?? expect.fail('no entry');
    expect(lede.blocks.flatMap(({ citations }) => citations.map(({ key }) => key))).toEqual(['gazette/1']);
    expect(lede).toMatchObject({ errors: [], refused: [], components: [] });
  });
});

test('names of built-in properties are ids like any other', () => {
  const archive = archiveWith({
    'people/constructor.mdx': SOUND['people/ada.mdx']?.replace('title: Ada', 'title: One'),
    'people/tostring.mdx': SOUND['people/ada.mdx']
      ?.replace('title: Ada', 'title: Two')
      .replace('../organisations/town.mdx', 'constructor.mdx'),
  });
  const found = archive.mentionsOf({ collection: 'people', id: 'constructor' });
  expect(found.map(({ from }) => from.id)).toEqual(['tostring']);
  expect(archive.spokenBy({ collection: 'people', id: 'constructor' })).toEqual([]);
});
