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
import type { Problem } from '../../src/model/problems.ts';
import type { EntryFile } from '../../src/model/entries.ts';
import type { Content } from '../../src/model/read.ts';
import { checkContent } from '../../src/rules/check.ts';
import { contentWith } from '../support/archive.ts';
import { SOUND } from '../support/library.ts';
import { renderProse } from '../support/mdx.ts';

/** FUZZ_SEED searches elsewhere. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20240304);

/** How many edited files the first test tries. FUZZ_RUNS sets another number, such as 5000 before a release. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 500);

/** How many pages, or how many reports, one check and one archive take: each batch costs little more than one entry. */
const BATCH = { minLength: 25, maxLength: 25 };
/** How many batches the other tests try. */
const batches = numRuns / 10;

/** Texts, by their path under `content/`. */
type Texts = Readonly<Record<string, string>>;

/** @returns true if a problem has a place in its file, and says in a line each what was found and what would be right */
function isHelp(problem: Problem, files: Texts): boolean {
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
  const rules = { 'void-style': 'off', 'no-raw-characters': 'off' } as const;
  const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'], rules });
  const { results } = validator.validateStringSync(
    `<!doctype html><html lang="en"><head><title>x</title></head><body><h1>x</h1>${pages.join('')}</body></html>`,
  );
  expect(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
});

/** Characters that XML 1.0 does not have. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Checks that a page that was accepted is shown with all its words. */
function expectKept(path: string, text: string, { entries }: Content): void {
  const files = Object.values(entries).flatMap((list): readonly EntryFile[] => list);
  const entry = files.find(({ file }) => file === `content/${path}`);
  if (!entry) return expect.fail(`${path} is accepted and gone`);
  if (!('summary' in entry.data)) return;
  expectPage(path, entry.body, entry.data.summary);
  // No word of the front matter is lost: YAML leaves out comments, which stand on lines of their own.
  const front = text.slice(0, text.lastIndexOf(entry.body)).replace(/^\s*#.*$/gm, '');
  const kept = JSON.stringify(entry.data);
  const data = `${kept} ${Object.keys(entry.data).join(' ')}`;
  if (!/[\\|>]/.test(front))
    expect((front.match(/\p{L}{3,}/gu) ?? []).filter((word) => !data.includes(word))).toEqual([]);
}

/** Links sound content, and checks its data and its feed. @returns the data, in all its forms */
async function expectArchive(content: Content): Promise<string> {
  const { problems, entries } = checkContent(content);
  expect(problems).toEqual([]);
  const archive = linkArchive(entries);
  const files = dataFiles(archive)
    .files.map(({ body }) => body)
    .join('');
  expect(files).not.toMatch(/\[object |NaN|Invalid Date/);
  const feed = await getRssString(correctionsFeed(archive, new URL('https://example.org/')));
  expect(feed).not.toMatch(NO_XML);
  return files;
}

/** Checks that each text is refused with a place, or shown. @returns the number of texts that were accepted */
async function expectRefusedOrShown(texts: Texts): Promise<number> {
  const content = contentWith(texts);
  const { problems } = checkContent(content);
  expect(problems.filter((problem) => !isHelp(problem, { ...SOUND, ...texts }))).toEqual([]);
  const refused = new Set(problems.map(({ file }) => file));
  const accepted = Object.entries(texts).filter(([path]) => !refused.has(`content/${path}`));
  // An edit may also break what other files say of the entry.
  const others = [...refused].some((file) => texts[file.replace('content/', '')] === undefined);
  if (others || accepted.length === 0) return 0;
  const sound = problems.length > 0 ? contentWith(Object.fromEntries(accepted)) : content;
  await expectArchive(sound);
  for (const [path, text] of accepted) expectKept(path, text, sound);
  return accepted.length;
}

/** Pieces of text that mean something to YAML, Markdown, MDX, HTML or XML, or to nobody. */
const PIECES = [
  ...['"', "'", ':', ': ', ' #', '# ', '- ', '-', ',', '?', '? ', '!', '!!js/function x', '%', '&a ', '*a'],
  ...['\n', '\n\n', '\n---\n', '\n...\n', '\t', ' ', '  ', '    ', '\r', '\r\n', '|', '>', '>-\n', '~'],
  ...['<<: ', '{', '}', '[', ']', '{{', '[[', ']]', '(', ')', '](', '()', '{1 + 1}', '{/* c */}'],
  ...['{process.exit()}', '<', '<b>', '</b>', '<br>', '<!--', '-->', '<x/>', '<https://example.org>', '&'],
  ...['&amp;', '&lt;', '&x;', ']]>', '*', '**', '***', '_', '__', '~~', '`', '```\n', '\\', '> ', '1. '],
  ...['+ ', '# ', '## ', '### ', '\n===\n', '| a | b |\n|---|---|\n| c | d |\n', '|---|', '| x', '[^1]'],
  ...['[^1]: x', '[x]: y', '![x](y)', '[x][y]', '- [ ] ', '[@', '[@gazette/1]', '[@none]', '[@gazette/99]'],
  ...['[@]', '@gazette/1', '[x](../people/ada.mdx)', '[x](y)', '[x](../people/ada.mdx#nothing)'],
  ...['www.example.org', 'https://example.org', 'ada@example.org', '[x]( y )', '\nimport x from "y"\n'],
  ...['\nexport default 1\n', '\n<Timeline />\n', '<Timeline />', '<Timeline></Timeline>', '<Nothing />'],
  ...['\0', '\u0007', '\u202E', '\u200B', '\uFEFF', '\u00A0', '\u2028', 'é', 'e\u0301', 'Ж', 'К', '😀'],
  ...['\uD800', '\uFFFF', 'null', 'true', 'no', '2024', '2024-02-30', '2024-03-04/2024-03-01', '0x1F'],
  ...['1e400', '.inf', '.nan', '-1', '0', '\n__proto__: 1\n', 'constructor', 'people/ada', 'people/nobody'],
  ...['gazette/1', 'self', 'title: x', '\ntitle: x\n', '\n  - x', '\n- x', '\n    x: y', 'word', 'Two words'],
  ...['The Gazette', 'was-it-unsafe/safe', 'x'.repeat(300)],
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
  ...['word', ' two words ', 'é', '😀', '“x”', ' & ', ' *x* ', ' `x` ', '...', ', ', ' 5 * 3 ', ' \\{ '],
  ...[' &lt; ', '%', '/'],
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
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(SOUND)),
      fc.array(edit, { minLength: 1, maxLength: 2 }),
      async (path, edits) => {
        accepted += await expectRefusedOrShown({ [path]: edits.reduce(applied, SOUND[path] ?? '') });
      },
    ),
    { seed, numRuns },
  );
  // Both happen: else the edits are too coarse, or the check refuses nothing.
  expect(accepted).toBeGreaterThan(numRuns / 6);
  expect(accepted).toBeLessThan((numRuns * 5) / 6);
});

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.nat({ max: 999 }).map((number) => `word${number}`) },
  { weight: 2, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.constantFrom(...PLAIN) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('## Head', '- ', '\n- ', '> ', '**x**', '_y_', '`z`', '\n\n', '[@gazette/2]'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);

test('prose of odd pieces is refused with a place, or shown with all its words', async () => {
  let accepted = 0;
  const separator = fc.constantFrom('', ' ', ' ', '\n', '.\n\n');
  const prose = fc
    .array(fc.tuple(piece, separator), { minLength: 1, maxLength: 12 })
    .map((all) => all.flat().join(''));
  // A term needs no citation, so that more is accepted.
  const page = fc.tuple(fc.constantFrom('terms/unsafe.mdx', 'people/ada.mdx'), prose);
  await fc.assert(
    fc.asyncProperty(fc.array(page, BATCH), async (pages) => {
      const texts = pages.map(([like, body], index) => {
        const front = (SOUND[like] ?? '').replace(/(\n---\n).*$/s, '$1');
        const path = `${like.split('/')[0]}/odd-${index}.mdx`;
        return [path, `${front.replace(/title: .*/, `title: Odd ${index}`)}\n${body}.\n`];
      });
      accepted += await expectRefusedOrShown(Object.fromEntries(texts) as Texts);
    }),
    { seed, numRuns: batches },
  );
  expect(accepted).toBeGreaterThan((batches * BATCH.maxLength) / 6);
});

test('an odd report is refused at its own lines, or kept word for word', async () => {
  const odd = fc.oneof(
    { weight: 4, arbitrary: fc.nat({ max: 999 }).map((number) => `Word ${number}`) },
    { weight: 1, arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join('')) },
  );
  const oneOf = (...values: readonly string[]) =>
    fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: odd });
  const report = fc.record(
    {
      paragraph: fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 1, 2, 0, '1'),
      says: odd,
      evidence: odd,
      by: oneOf('self', 'people/ada', 'organisations/town', 'organisations/noticeboard', 'groups/boatmen'),
      mode: oneOf('said', 'denied', 'reported'),
      about: fc.array(oneOf('places/old-bridge', 'people/ada', 'terms/unsafe'), {
        minLength: 1,
        maxLength: 2,
      }),
      via: fc.array(oneOf('organisations/town', 'organisations/noticeboard'), { maxLength: 1 }),
      on: oneOf('2024-03-04', '2024-03', '2024-03-01/2024-03-04', '2024-02-30', '1924'),
      answers: fc.array(oneOf('was-it-unsafe/safe', 'was-it-unsafe/unsafe'), { maxLength: 1 }),
    },
    { requiredKeys: ['paragraph', 'says', 'evidence', 'by', 'mode', 'about'] },
  );
  const ledger = SOUND['reports/herald.yaml'] ?? '';
  // JSON is YAML, so that each report stands on one line of the ledger.
  const ledgerOf = (rows: readonly object[]): Texts => ({
    'reports/herald.yaml': `${ledger}${rows.map((row) => `  - ${JSON.stringify(row)}\n`).join('')}`,
  });
  const before = ledger.split('\n').length - 1;
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(report, BATCH), async (reports) => {
      const rows = reports.map((row, index) => ({ id: index + 2, ...row }));
      let kept: readonly (typeof rows)[number][] = rows;
      // Rules that look across files come after those of one file, and before the archive.
      for (let problems: readonly Problem[] | undefined; problems?.length !== 0;) {
        const texts = ledgerOf(kept);
        problems = checkContent(contentWith(texts)).problems;
        expect(problems.filter((problem) => !isHelp(problem, { ...SOUND, ...texts }))).toEqual([]);
        const refused = new Set(problems.map(({ line }) => line - before - 1));
        const left = kept.filter((_row, index) => !refused.has(index));
        expect(left.length).toBe(kept.length - refused.size);
        kept = left;
      }
      accepted += kept.length;
      const data = await expectArchive(contentWith(ledgerOf(kept)));
      expect(kept.filter(({ says }) => !data.includes(JSON.stringify(says.trim())))).toEqual([]);
    }),
    { seed, numRuns: batches },
  );
  expect(accepted).toBeGreaterThan((batches * BATCH.maxLength) / 6);
});
