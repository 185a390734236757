// Whatever the check accepts, the build can show. fast-check writes thousands of broken and odd entries by seed: each is
// refused at a place in its file, or it is kept word for word and gives valid HTML, data and XML. A failure prints its
// seed and the smallest entry that fails.
import { getRssString } from '@astrojs/rss';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { load } from 'cheerio';
import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, expect, test } from 'vitest';
import { correctionsFeed } from '../../src/archive/feed.ts';
import { linkArchive } from '../../src/archive/archive.ts';
import { dataFiles } from '../../src/exports/files.ts';
import type { CollectionName } from '../../src/model/collections.ts';
import { withNearest } from '../../src/model/meant.ts';
import type { Problem } from '../../src/model/problems.ts';
import { readEntry } from '../../src/model/read-entry.ts';
import type { Content } from '../../src/model/read.ts';
import { checkContent } from '../../src/rules/check.ts';
import { contentWith } from '../support/archive.ts';
import { SOUND } from '../support/library.ts';
import { renderProse } from '../support/mdx.ts';

/** FUZZ_SEED searches elsewhere. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20240304);

/** How many texts each test tries. FUZZ_RUNS sets another number, such as 5000 before a release. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 500);

const base = contentWith();

/** The sound library with another text in place of one of its files. */
function contentOf(path: string, text: string): Content {
  const [name = '', file = ''] = path.split('/');
  const collection = name as CollectionName;
  const id = file.replace(/\.\w+$/, '');
  const reading = readEntry(collection, id, `content/${path}`, Buffer.from(text));
  const others = base.entries[collection].filter((entry) => entry.id !== id);
  const entries = { ...base.entries, [collection]: reading.entry ? [...others, reading.entry] : others };
  const unread = new Set(reading.entry ? [] : [`${collection}/${id}`]);
  return {
    ...base,
    entries,
    unread,
    problems: withNearest(reading.problems, entries, unread),
    writings: reading.entry || !reading.writing ? [] : [reading.writing],
  };
}

/** @returns true if a problem has a place in its file, and says in a line each what was found and what would be right */
function isHelp(problem: Problem, files: Readonly<Record<string, string>>): boolean {
  const { file, line, column, field, found, expected } = problem;
  const lines = (files[file.replace('content/', '')] ?? '').split('\n').length;
  const inOneLine = [field, found, expected].every(
    (words) => /^[^\n]{1,400}$/.test(words) && !/undefined|\[object |NaN|Error:|\.(?:ts|js):\d/.test(words),
  );
  return line >= 0 && line <= lines + 1 && column >= 0 && inOneLine;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];

/** The words of prose that a page shows: not those of addresses, marks, components, comments and references to characters. */
const shownWords = (body: string): string[] =>
  wordsOf(
    body
      .replace(/\{\/\*.*?\*\/\}/gs, ' ')
      .replace(/\[@[^[\]]*\]/g, ' ')
      .replace(/\]\((?:[^()]|\([^()]*\))*\)/g, '] ')
      .replace(/<\/?\w+ *\/?>|&#?\w+;|\\/g, ' '),
  );

type Node = ReturnType<typeof parseDocument>['children'][number];

/** The elements of a document, each with those inside it. */
const outline = (nodes: readonly Node[]): string =>
  nodes.map((node) => (DomUtils.isTag(node) ? `<${node.name}>${outline(node.children)}</>` : '')).join('');

/** The pages that were accepted, with ids of their own. */
const pages: string[] = [];

/** Checks that a browser keeps the elements of a page as they are written, and that the page has all words. */
function expectPage(path: string, body: string, summary: string): void {
  const html = renderProse(path, body, summary);
  const page = load(`<main>${html}</main>`);
  expect(outline(page('main').contents().get())).toBe(
    outline(parseDocument(html, { xmlMode: true }).children),
  );
  const text = page.text();
  expect(
    shownWords(body).filter((word) => !text.includes(word)),
    html,
  ).toEqual([]);
  pages.push(`<section>${html.replace(/ id="/g, ` id="p${pages.length}-`)}</section>`);
}

afterAll(() => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard'],
    rules: { 'void-style': 'off', 'no-raw-characters': 'off' },
  });
  const { results } = validator.validateStringSync(
    `<!doctype html><html lang="en"><head><title>x</title></head><body><h1>x</h1>${pages.join('')}</body></html>`,
  );
  expect(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
});

/** Characters that XML 1.0 does not have. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Checks one text in place of a file of the sound library. @returns true if it was accepted */
async function expectRefusedOrShown(path: string, text: string): Promise<boolean> {
  const content = contentOf(path, text);
  const { problems, entries } = checkContent(content);
  if (problems.length > 0) {
    const files = { ...SOUND, [path]: text };
    expect(problems.filter((problem) => !isHelp(problem, files))).toEqual([]);
    return false;
  }
  const archive = linkArchive(entries);
  const files = dataFiles(archive).files.map(({ body }) => body);
  expect(files.join('')).not.toMatch(/\[object |NaN|Invalid Date/);
  const feed = await getRssString(correctionsFeed(archive, new URL('https://example.org/')));
  expect(feed).not.toMatch(NO_XML);
  const [name = '', file = ''] = path.split('/');
  const entry = content.entries[name as CollectionName].find(({ id }) => id === file.replace(/\.\w+$/, ''));
  if (!entry) return expect.fail(`${path} is accepted and gone`);
  if (!('summary' in entry.data)) return true;
  expectPage(path, entry.body, entry.data.summary);
  // No word of the front matter is lost: YAML leaves out comments, which stand on lines of their own.
  const front = text.slice(0, text.lastIndexOf(entry.body)).replace(/^\s*#.*$/gm, '');
  const kept = JSON.stringify(entry.data);
  const data = `${kept} ${Object.keys(entry.data).join(' ')}`;
  if (!/[\\|>]/.test(front))
    expect((front.match(/\p{L}{3,}/gu) ?? []).filter((word) => !data.includes(word))).toEqual([]);
  return true;
}

/** Pieces of text that mean something to YAML, Markdown, MDX, HTML or XML, or to nobody. */
const PIECES = [
  ...['"', "'", ':', ': ', ' #', '# ', '- ', '-', ',', '?', '? ', '!', '!!js/function x', '%', '&a ', '*a'],
  ...[
    '\n',
    '\n\n',
    '\n---\n',
    '\n...\n',
    '\t',
    ' ',
    '  ',
    '    ',
    '\r',
    '\r\n',
    '|',
    '>',
    '>-\n',
    '~',
    '<<: ',
  ],
  ...['{', '}', '[', ']', '{{', '[[', ']]', '(', ')', '](', '()', '{1 + 1}', '{/* c */}', '{process.exit()}'],
  ...[
    '<',
    '<b>',
    '</b>',
    '<br>',
    '<!--',
    '-->',
    '<x/>',
    '<https://example.org>',
    '&',
    '&amp;',
    '&lt;',
    '&x;',
    ']]>',
  ],
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '~~',
    '`',
    '```\n',
    '\\',
    '> ',
    '1. ',
    '+ ',
    '# ',
    '## ',
    '### ',
    '\n===\n',
  ],
  ...[
    '| a | b |\n|---|---|\n| c | d |\n',
    '|---|',
    '| x',
    '[^1]',
    '[^1]: x',
    '[x]: y',
    '![x](y)',
    '[x][y]',
    '- [ ] ',
  ],
  ...[
    '[@',
    '[@gazette/1]',
    '[@none]',
    '[@gazette/99]',
    '[@]',
    '@gazette/1',
    '[x](../people/ada.mdx)',
    '[x](y)',
  ],
  ...[
    '[x](../people/ada.mdx#nothing)',
    'www.example.org',
    'https://example.org',
    'ada@example.org',
    '[x]( y )',
  ],
  ...[
    '\nimport x from "y"\n',
    '\nexport default 1\n',
    '\n<Timeline />\n',
    '<Timeline />',
    '<Timeline></Timeline>',
    '<Nothing />',
  ],
  ...[
    '\0',
    '\u0007',
    '\u202E',
    '\u200B',
    '\uFEFF',
    '\u00A0',
    '\u2028',
    'é',
    'e\u0301',
    'Ж',
    'К',
    '😀',
    '\uD800',
    '\uFFFF',
  ],
  ...[
    'null',
    'true',
    'no',
    '2024',
    '2024-02-30',
    '2024-03-04/2024-03-01',
    '0x1F',
    '1e400',
    '.inf',
    '.nan',
    '-1',
    '0',
  ],
  ...[
    '\n__proto__: 1\n',
    'constructor',
    'people/ada',
    'people/nobody',
    'gazette/1',
    'self',
    'title: x',
    '\ntitle: x\n',
  ],
  ...[
    '\n  - x',
    '\n- x',
    '\n    x: y',
    'word',
    'Two words',
    'The Gazette',
    'was-it-unsafe/safe',
    'x'.repeat(300),
  ],
];

type Edit = readonly [kind: 'insert' | 'cut' | 'repeat' | 'drop' | 'swap', at: number, piece: string];

/** One edit: a piece more, some characters less, or a line twice, not at all, or after the next. */
function applied(text: string, [kind, at, piece]: Edit): string {
  const offset = Math.floor(at * text.length);
  if (kind === 'insert') return text.slice(0, offset) + piece + text.slice(offset);
  if (kind === 'cut') return text.slice(0, offset) + text.slice(offset + piece.length);
  const lines = text.split('\n');
  const line = Math.floor(at * lines.length);
  const [here = '', next = ''] = lines.slice(line, line + 2);
  const instead = { repeat: [here, here, next], drop: [next], swap: [next, here] }[kind];
  return lines.toSpliced(line, 2, ...instead).join('\n');
}

/** Pieces that most texts can take. */
const PLAIN = [
  'word',
  ' two words ',
  'é',
  '😀',
  '“x”',
  ' & ',
  ' *x* ',
  ' `x` ',
  '...',
  ', ',
  ' 5 * 3 ',
  ' \\{ ',
  ' &lt; ',
  '%',
  '/',
];

// `fc.double` would mostly be close to 0.
const position = fc.nat({ max: 9999 }).map((number) => number / 10_000);
const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('insert', 'insert', 'insert', 'cut', 'repeat', 'drop', 'swap'),
  position,
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PLAIN) },
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  ),
);

test('an edited file is refused with a place, or shown', async () => {
  const accepted = new Map([[false, 0]]);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(SOUND)),
      fc.array(edit, { minLength: 1, maxLength: 2 }),
      async (path, edits) => {
        const shown = await expectRefusedOrShown(path, edits.reduce(applied, SOUND[path] ?? ''));
        accepted.set(shown, (accepted.get(shown) ?? 0) + 1);
      },
    ),
    { seed, numRuns },
  );
  // Both happen: else the edits are too coarse, or the check refuses nothing.
  expect(accepted.get(true)).toBeGreaterThan(numRuns / 6);
  expect(accepted.get(false)).toBeGreaterThan(numRuns / 6);
});

test('prose of odd pieces is refused with a place, or shown with all its words', async () => {
  const accepted = new Map([[false, 0]]);
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.nat({ max: 999 }).map((number) => `word${number}`) },
    { weight: 2, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.constantFrom(...PLAIN) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '## Head',
        '- ',
        '\n- ',
        '> ',
        '**x**',
        '_y_',
        '`z`',
        '\n\n',
        '[@gazette/2]',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  );
  const separator = fc.constantFrom('', ' ', ' ', '\n', '\n\n');
  const prose = fc
    .array(fc.tuple(piece, separator), { minLength: 1, maxLength: 12 })
    .map((all) => all.flat().join(''));
  await fc.assert(
    // A term needs no citation, so that more is accepted.
    fc.asyncProperty(fc.constantFrom('terms/unsafe.mdx', 'people/ada.mdx'), prose, async (path, body) => {
      const front = (SOUND[path] ?? '').replace(/(\n---\n).*$/s, '$1');
      const shown = await expectRefusedOrShown(path, `${front}\n${body}\n`);
      accepted.set(shown, (accepted.get(shown) ?? 0) + 1);
    }),
    { seed, numRuns },
  );
  expect(accepted.get(true)).toBeGreaterThan(numRuns / 6);
});
