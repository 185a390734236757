// Finds Markdown that is not what its editor meant: it is shown as plain characters, or loses words without an error.
import type { Heading, Nodes, Parents, Root, Table, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { counted } from '../util/counted.ts';
import { splitEvidenceMarks } from './evidence-marks.ts';
import type { ProseMistake } from './mdx-mistakes.ts';

type Wrong = Omit<ProseMistake, 'offset'>;

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;

/** @returns what is wrong with a heading. @param before the level of the heading before it; 1 for the title */
function headingMistake(node: Heading, written: string, before: number): Wrong | undefined {
  const words = toString(node).slice(0, 40);
  const [, line] = /\n\s*(-+|=+)\s*$/.exec(written) ?? [];
  if (line !== undefined)
    return {
      found: `text that the line \`${line}\` below it makes a heading`,
      expected: 'a blank line before it, or `## words`',
    };
  if (words.trim() === '') return { found: 'a heading without words', expected: '`## words`' };
  if (/\[@/.test(words))
    return { found: 'a citation in a heading', expected: 'the citation in the text below it' };
  const [sign] = /[.,:;]$/.exec(toString(node)) ?? [];
  if (sign) return { found: `a heading that ends in ${sign}`, expected: 'its words without the sign' };
  const right = `\`${'#'.repeat(Math.min(before + 1, node.depth + 1))} ${words}\``;
  if (node.depth === 1)
    return { found: `a first-level heading: # ${words}`, expected: `${right}: the title is the first level` };
  if (node.depth <= before + 1) return undefined;
  const above = before === 1 ? 'the title' : `one of level ${before}`;
  return { found: `a heading of level ${node.depth} below ${above}`, expected: right };
}

/**
 * @returns the rows that have more cells than the head of their table, which would be lost, and the lines of text behind
 * a table, which Markdown takes for rows; a head without words
 */
function rowMistakes({ children: [head, ...rows] }: Table, text: string): ProseMistake[] {
  const width = head?.children.length ?? 0;
  const wrong = rows.flatMap((row): ProseMistake[] => {
    const offset = startOf(row);
    if (row.children.length === 1 && width > 1 && text.charAt(offset) !== '|')
      return [{ offset, found: 'a line of text at the end of a table', expected: 'a blank line before it' }];
    if (row.children.length <= width) return [];
    const found = `a row of ${row.children.length} cells below a head of ${width}`;
    const expected = `${counted(width, 'cell')}, with \`\\|\` for a bar inside a cell`;
    return [{ offset, found, expected }];
  });
  if (!head || toString(head).trim() !== '') return wrong;
  const expected = 'a word above each column';
  return [{ offset: startOf(head), found: 'a head of a table without words', expected }, ...wrong];
}

/** A form of text, what was found, and what would be right; `$1` stands for the first group of the form. */
export type Form = readonly [form: RegExp, found: string, expected: string];

const LINK = '`[words](../people/name.mdx)`';
const CITATION = 'a citation in brackets: `[@source/number]`';

/** Citations that fail. A text is searched as it is written, without its evidence marks. */
const CITATIONS: Form = [
  /\[@|\[?@?\b[a-z0-9]+(?:-[a-z0-9]+)*\/[1-9]\d*\]|\(@[a-z0-9-]+\/\d+\)|@[a-z0-9-]+\/\d+/,
  '$0, which is no citation',
  CITATION,
];

/** The code of a character in HTML: `&eacute;`, `&#233;`; the usual ones also without their semicolon. */
export const CHARACTER_CODE = /&(?:[a-z]\w+;|#x?[\da-f]+;?|(?:amp|lt|gt|quot|nbsp)\b)/i;

/** Of these, those that have a name and that no text about HTML needs. */
export const NAMED_CODE = /&(?!(?:lt|gt|amp);)[a-z]\w+;/i;

/** What a writer means to finish later. */
export const UNFINISHED = /(?<![\w-])(?:TODO|TBD|FIXME|XXX)\b|\[(?:\?+|citation needed|source needed)\]/i;

/** A tag of HTML. */
export const TAG = /<\/?[a-z][^<>\n]*>/i;

/** Words in the quotation marks of typewriters: rules tell the words of others from ours by the curly ones. */
export const STRAIGHT_QUOTATION = /"[^"\n]+"/;

/** Slips of the keyboard. Names such as `Gazeta.Ru`, `had had` and `22 May may` are none. */
export const KEYBOARD: readonly Form[] = [
  [
    /(?<![\p{L}\p{M}’-])(?!had |that |(?-i:May ))(\p{L}+)\s+(?-i:(?!\p{Lu}))\1(?![\p{L}\p{M}’-])/iu,
    'the word “$1” twice in a row',
    'the word once',
  ],
  [
    /(\p{Ll}{2,}[.!?])(?!(?:Ru|Com|Net|Org|Info|News)\b)(\p{Lu}\p{Ll}*)(?!\.)/u,
    '$1$2, without a space',
    'a space: `$1 $2`',
  ],
  [/(?<!&\w*)(\p{L}+[,;])(\p{L}+)/u, '$0, without a space', 'a space: `$1 $2`'],
  [/(?<=\S) ([,;.?!])(?=\s|$)/, 'a space before $1', 'the sign right behind the word'],
  [/“\s|\s”/, 'a space inside quotation marks', 'the marks right beside the words'],
  [/(\p{L}+)´(\p{L}+)/u, '$0, with an accent alone', '`$1’$2`'],
  [/(?<=\p{L})\.{2,}(?!\S)/u, '$0, full stops in a row', 'one full stop, or … for words left out'],
  [/(?<=[\p{L}\d])([,;:?!])\1+|(?<=\p{L})[,;:]\.|\.,(?=\s)/u, '$0', 'one of these signs'],
];

/** Forms of a text with its evidence marks. */
const MARKS: readonly Form[] = [
  [
    /\[(@[^[\]]*)\]\s*(?:[;,&]|and\b)\s*\[(@[^[\]]*)\]/,
    'two citations with a sign between them',
    '`[$1; $2]`',
  ],
  [/(\[@[^[\]]*\])(\p{L}+)/u, '$2 right behind a citation', 'a space: `$1 $2`'],
];

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = 'day, month and year: 22 May 2023';

/** Forms that plain text does not have. */
const FORMS: readonly Form[] = [
  [
    /(\[[^[\]\n]+\])\s+\(((?:\.|https?:|www\.|\/)[^\s()]*|[^\s()]+\.mdx[^\s()]*)\)/,
    'a space between $1 and ($2)',
    '`$1($2)`',
  ],
  [/\(([^()\n]+)\)\[((?:\.|https?:|\/)[^\]\s]*|[^\]\s]+\.mdx[^\]\s]*)\]/, '$0', '`[$1]($2)`'],
  [/\[\[[^\]\n]+\]\]/, '$0', LINK],
  [
    /\]\((?:\.|https?:|\/|#)[^\n]{0,40}|[^\s(]*\.mdx\b[^\n]{0,20}/,
    'an address that makes no link: $0',
    `${LINK}, with all its brackets and no space in the address`,
  ],
  [
    /\[\^[^\]\s]+\](?!:)|\^\[[^\]\n]+\]|\[\d{1,3}\]|(?<=[.,;:!?”])[¹²³⁴-⁹]+/,
    '$0, a footnote written by hand',
    CITATION,
  ],
  [/\[[^[\]\n]+\]\[[^[\]\n]*\]/, '$0, a link without its address', LINK],
  CITATIONS,
  [/\t/, 'a tab between words', 'a space; a table has `|` between its cells'],
  [UNFINISHED, '$0, a mark of unfinished text', 'the finished text'],
  [/[[(] {5,}[\])]/, 'a citation in brackets of its own', 'the citation alone'],
  [/\[[A-Z]{2,3}\d{1,3}\]/, '$0, the mark of a comment', 'the text alone'],
  [
    /==[^=\n]+==|(?<![\w:]):[a-z][a-z_]+:(?![\w:])|\$[^$\n]*[\^\\_=][^$\n]*\$|\^[^\s^]+\^/,
    '$0, which is shown as it is written',
    'words without these signs',
  ],
  [/(?<!\\)\\n/, '$0 in place of a new line', 'a blank line between two paragraphs'],
  [NAMED_CODE, '$0, the code of a character', 'the character itself'],
  [
    /(?<!\\)(?:\*\*|~~|(?<!\w)_(?=\w)|(?<=[\p{L}.,;])\*)/u,
    '$0 without its partner',
    '$0 before and behind the words, with no space inside',
  ],
  [
    /https?(?::?\/|:\/?(?=\w))(?!\/)[^\s/]\S*|https?\/\/\S+/,
    '$0, which is no address',
    'https:// before the name',
  ],
  [
    /(?<!“[^”]*)(?:\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b)/,
    '$0, a date in figures',
    DATE,
  ],
  [
    new RegExp(
      `(?<!“[^”]*)\\b(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th)(?: of)? ${MONTH})\\b`,
    ),
    '$0, a date in another order',
    DATE,
  ],
  [
    new RegExp(
      `\\b(?:3[2-9]|[4-9]\\d) ${MONTH}\\b|\\b31 (?:April|June|September|November)\\b|\\b3[01] February\\b`,
    ),
    '$0, a day that does not exist',
    'a day of that month',
  ],
  [
    /(?<!“[^”]*)(?<![\d,])(\d{1,3}),(?!\d{3}(?!\d))(\d+)/,
    '$0, with a decimal comma',
    '`$1.$2`, or a space behind the comma',
  ],
  [
    /(?<!\b(?:etc|incl|approx))(?<=\p{Ll}{3}|[)”])\.\s+(?=(?:the|it|he|she|they|in|on|at|and|but|a|an|this|that|no|its|there)\b)/u,
    'a full stop before a small letter',
    'a capital letter, or a comma',
  ],
  ...KEYBOARD,
];

/** Forms that prose does not have; in a summary they are plain text. */
const PROSE: readonly Form[] = [
  [/(?<!\\)`/, '` without its partner', '` before and behind the words'],
  [STRAIGHT_QUOTATION, '$0, in straight quotation marks', '“ before and ” behind the words'],
  [/(\p{L}+)'(\p{L}+)/u, '$0, with a straight apostrophe', '`$1’$2`'],
  [/<?[-=]>|\((?:c|r|tm)\)/i, '$0, a sign drawn with others', 'a word'],
  [/(?<=\p{L}|\s) - (?=\p{L})/u, 'a hyphen between words', 'a comma, a colon, or two sentences'],
  [/(?<=^|[\s\p{L}])--(?=$|[\s\p{L}])/u, '-- between words', 'a comma, a colon, or two sentences'],
  [
    new RegExp(`(?!&(?:lt|gt|amp);)${CHARACTER_CODE.source}`, 'i'),
    '$0, the code of a character',
    'the character itself',
  ],
];

/** Forms at the start of a paragraph. */
const STARTS: readonly Form[] = [
  [/^(#{2,6})([^\s#][^\n]{0,40})/, '$1 without a space behind it', '`$1 $2`'],
  [/^#(?=\p{L})([^\n]{0,39}\S)/u, '# without a space behind it', '`## $1` for a heading, or `\\#$1`'],
  [/(?<=^|\n): [^\n]{0,39}\S/, '$0, which is shown as it is written', 'a list, each item after `- `'],
  [/^a[.)] [^]*\nb[.)] /, 'letters in place of a list', '`- ` or `1. ` before each item'],
  [/^([•●▪◦‣])\s*/, '$1 in place of a list', '`- ` before each item'],
  [/^([-*]|\d{1,3}[.)])(\p{L}[^\s*]*)(?=[^*]*$)/u, '$1 without a space behind it', '`$1 $2`'],
  [
    /^(?::{3,}[^\n]*|\[![A-Za-z]+\])/,
    '$0, which is shown as it is written',
    'the text alone, or `> ` before a quotation',
  ],
  [/^\/\/ /, 'a line that begins with //', '`{/* words */}` for a comment'],
  [/^\+[-=]{2,}[-=+]*/, '$0, a table drawn with signs', 'a head, and below it a line `| --- | --- |`'],
  [/^\|[^\n]*\|/, 'a row without a table', 'a head, and below it a line `| --- | --- |` with as many cells'],
];

/** Forms at the start of a line of a summary of several lines, which has neither headings nor lists. */
const SUMMARY: readonly Form[] = [
  [
    /^(?:#{1,6}|[-*+]|\d{1,3}[.)]) (?=.*\n)|(?<=\s)#{1,6} (?=\p{Lu})/mu,
    '$0at the start of a line of a summary',
    'sentences alone',
  ],
];

/** Words of a link that tell readers nothing. */
const NO_WORDS = /^\s*(?:(?:click )?here|(?:this )?link|\S*\.mdx\S*)?\s*$/i;

/** @returns a text as written, with spaces in place of its evidence marks */
const withoutMarks = (text: string): string =>
  splitEvidenceMarks(text)
    .map(({ type, value }) => (type === 'words' ? value : ' '.repeat(value.length)))
    .join('');

/** @returns the first form that a text has, with its offset in the text */
export function firstForm(text: string, forms: readonly Form[]): ProseMistake | undefined {
  for (const [form, found, expected] of forms) {
    const match = form.exec(text);
    const fill = (words: string): string =>
      words.replace(/\$(\d)/g, (_all, group) => match?.[Number(group)] ?? '');
    if (match) return { offset: match.index, found: fill(found), expected: fill(expected) };
  }
  return undefined;
}

/** @returns the first form that a node has; `forms` are searched for without its evidence marks */
function textMistake(node: Text, text: string, forms: readonly Form[]): ProseMistake | undefined {
  const written = text.slice(startOf(node), node.position?.end.offset);
  const mistake = firstForm(withoutMarks(written), forms) ?? firstForm(written, MARKS);
  return mistake && { ...mistake, offset: startOf(node) + mistake.offset };
}

/** The most levels of nodes in one another: the words of a link in an item of a list of the third level need ten. */
const DEEPEST = 12;

const depthOf = (node: Nodes): number =>
  'children' in node ? 1 + node.children.reduce((most, child) => Math.max(most, depthOf(child)), 0) : 0;

/** @returns true for a paragraph of bold words alone: its editor meant a heading */
export const isBoldLine = (node: Nodes, parent: Parents | undefined): boolean =>
  node.type === 'paragraph' &&
  parent?.type === 'root' &&
  node.children.every(({ type }) => type === 'strong');

/**
 * Finds what is wrong with the forms of a text.
 * @param text the text that the tree was parsed from
 * @param blocks true if the text may have lists, tables and headings
 */
export function formMistakes(tree: Root, text: string, blocks: boolean): ProseMistake[] {
  const mistakes: ProseMistake[] = [];
  let level = 1;
  const headings = new Set<string>();
  const lines = text.split('\n');
  for (const [index, node] of tree.children.entries()) {
    const next = tree.children[index + 1];
    if (node.type === 'heading') {
      const [offset, words] = [startOf(node), toString(node).replace(/\s+/g, ' ')];
      if (headings.has(words))
        mistakes.push({ offset, found: `the heading “${words}” a second time`, expected: 'other words' });
      headings.add(words);
      if (next?.type === 'heading' && next.depth <= node.depth)
        mistakes.push({
          offset,
          found: `the heading “${words}” with nothing below it`,
          expected: 'text below it, or no heading',
        });
    }
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (blocks && /^(?: {4}|\t)/.test(lines[line - 1] ?? ''))
      mistakes.push({
        offset: startOf(node) - column + 1,
        found: 'spaces or a tab before a paragraph, with which other programs show it as code',
        expected: 'the words at the start of the line, or `> ` before a quotation',
      });
    if (node.type === 'paragraph' && /^[^“]*”|“[^”]*$/.test(toString(node)))
      mistakes.push({
        offset: startOf(node),
        found: 'a quotation mark “ or ” without its partner',
        expected: '“ before and ” behind the words, in one paragraph',
      });
    if (depthOf(node) <= DEEPEST) continue;
    const expected = 'fewer lists and quotations inside one another';
    mistakes.push({
      offset: startOf(node),
      found: `text that is nested ${depthOf(node)} levels deep`,
      expected,
    });
  }
  visit(tree, (node, index, parent) => {
    const offset = startOf(node);
    if (node.type === 'heading') {
      const mistake = headingMistake(node, text.slice(offset, node.position?.end.offset), level);
      if (mistake) mistakes.push({ offset, ...mistake });
      level = Math.max(2, node.depth);
    } else if (isBoldLine(node, parent)) {
      mistakes.push({
        offset,
        found: 'a paragraph of bold words alone',
        expected: `\`## ${toString(node)}\``,
      });
    } else if (node.type === 'link' && NO_WORDS.test(toString(node))) {
      const words = toString(node).trim();
      const found = words === '' ? 'a link without words' : `a link with the words “${words}”`;
      const expected = `words that say where it leads: \`[words](${node.url})\``;
      mistakes.push({ offset, found, expected });
    } else if (node.type === 'table') mistakes.push(...rowMistakes(node, text));
    else if (node.type === 'link' && /^\[.*\]$/.test(toString(node)))
      mistakes.push({
        offset,
        found: `a link with the words “${toString(node)}”`,
        expected: `words without brackets: \`[${toString(node).slice(1, -1)}](${node.url})\``,
      });
    else if ((node.type === 'link' || node.type === 'inlineCode') && /\[@/.test(toString(node)))
      mistakes.push({
        offset,
        found: `a citation inside a ${node.type === 'link' ? 'link' : 'piece of code'}`,
        expected: 'the citation behind it',
      });
    else if (node.type === 'list' && node.ordered && node.start !== 1)
      mistakes.push({
        offset,
        found: `a list that begins with ${node.start}`,
        expected: `\`1.\`, or \`${node.start}\\.\` in a sentence`,
      });
    else if (node.type === 'listItem' && typeof node.checked === 'boolean')
      mistakes.push({ offset, found: 'a box to tick', expected: 'an item without `[ ]`' });
    else if (node.type === 'delete' && (blocks || !text.startsWith('~~', offset)))
      mistakes.push({
        offset,
        found: 'words struck out by ~',
        expected: text.startsWith('~~', offset) ? 'the words that hold' : '`\\~` or “about”',
      });
    else if (node.type === 'text') {
      // The words of a link may be an address.
      const starts = blocks && parent?.type === 'paragraph' && index === 0;
      const forms =
        parent?.type === 'link'
          ? [CITATIONS]
          : [...(starts ? STARTS : []), ...(blocks ? PROSE : SUMMARY), ...FORMS];
      const [joined] = /^\p{L}{3,}/u.exec(node.value) ?? [];
      if (joined !== undefined && index && parent?.children[index - 1]?.type === 'link')
        mistakes.push({
          offset,
          found: `“${joined}” right behind a link`,
          expected: 'a space, or the word inside the link',
        });
      const mistake = textMistake(node, text, forms);
      if (mistake) mistakes.push(mistake);
    }
  });
  return mistakes;
}
