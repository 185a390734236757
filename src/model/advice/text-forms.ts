// Forms of text that are likely a mistake: shown as plain characters, or a slip of the keyboard.
import type { Mistake } from '../problems.ts';

/** A form of text, what was found, and what would be right; `$1` stands for the first group of the form. */
export type Form = readonly [form: RegExp, found: string, expected: string];

const LINK = '`[words](../people/name.mdx)`';
const CITATION = 'a citation in brackets: `[@source/number]`';
const SHOWN = '$0, which is shown as it is written';
const CHARACTER = 'the character itself';
const QUOTATION = '“ before and ” behind the words';

/** Citations that fail. A text is searched as it is written, without its evidence marks. */
export const CITATIONS: Form = [
  /\[@|\[?@?\b[a-z0-9]+(?:-[a-z0-9]+)*\/[1-9]\d*\]|\(@[a-z0-9-]+\/\d+\)|@[a-z0-9-]+\/\d+/,
  '$0, which is no citation',
  CITATION,
];

/** The code of a character in HTML: `&eacute;`, `&#233;`; the usual ones also without their semicolon. */
const CHARACTER_CODE = /&(?:[a-z]\w+;|#x?[\da-f]+;?|(?:amp|lt|gt|quot|nbsp)\b)/i;

/** Of these, those that have a name and that no text about HTML needs. */
const NAMED_CODE = /&(?!(?:lt|gt|amp);)[a-z]\w+;/i;

/** What a writer means to finish later. */
const UNFINISHED = /(?<![\w-])(?:TODO|TBD|FIXME|XXX)\b|\[(?:\?+|citation needed|source needed)\]/i;

/** A tag of HTML. */
const TAG = /<\/?[a-z][^<>\n]*>/i;

/** Words in the quotation marks of typewriters: rules tell the words of others from ours by the curly ones. */
const STRAIGHT_QUOTATION = /"[^"\n]+"/;

/** Slips of the keyboard. Names such as `Gazeta.Ru`, `had had` and `22 May may` are none. */
const KEYBOARD: readonly Form[] = [
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
export const MARKS: readonly Form[] = [
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
export const FORMS: readonly Form[] = [
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
    SHOWN,
    'words without these signs',
  ],
  [/(?<!\\)\\n/, '$0 in place of a new line', 'a blank line between two paragraphs'],
  [NAMED_CODE, '$0, the code of a character', CHARACTER],
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
export const PROSE: readonly Form[] = [
  [/(?<!\\)`/, '` without its partner', '` before and behind the words'],
  [STRAIGHT_QUOTATION, '$0, in straight quotation marks', QUOTATION],
  [/(\p{L}+)'(\p{L}+)/u, '$0, with a straight apostrophe', '`$1’$2`'],
  [/<?[-=]>|\((?:c|r|tm)\)/i, '$0, a sign drawn with others', 'a word'],
  [/(?<=\p{L}|\s) - (?=\p{L})/u, 'a hyphen between words', 'a comma, a colon, or two sentences'],
  [/(?<=^|[\s\p{L}])--(?=$|[\s\p{L}])/u, '-- between words', 'a comma, a colon, or two sentences'],
  [new RegExp(`(?!&(?:lt|gt|amp);)${CHARACTER_CODE.source}`, 'i'), '$0, the code of a character', CHARACTER],
];

/** Forms at the start of a paragraph. */
export const STARTS: readonly Form[] = [
  [/^(#{2,6})([^\s#][^\n]{0,40})/, '$1 without a space behind it', '`$1 $2`'],
  [/^#(?=\p{L})([^\n]{0,39}\S)/u, '# without a space behind it', '`## $1` for a heading, or `\\#$1`'],
  [/(?<=^|\n): [^\n]{0,39}\S/, SHOWN, 'a list, each item after `- `'],
  [/^a[.)] [^]*\nb[.)] /, 'letters in place of a list', '`- ` or `1. ` before each item'],
  [/^([•●▪◦‣])\s*/, '$1 in place of a list', '`- ` before each item'],
  [/^([-*]|\d{1,3}[.)])(\p{L}[^\s*]*)(?=[^*]*$)/u, '$1 without a space behind it', '`$1 $2`'],
  [/^(?::{3,}[^\n]*|\[![A-Za-z]+\])/, SHOWN, 'the text alone, or `> ` before a quotation'],
  [/^\/\/ /, 'a line that begins with //', '`{/* words */}` for a comment'],
  [/^\+[-=]{2,}[-=+]*/, '$0, a table drawn with signs', 'a head, and below it a line `| --- | --- |`'],
  [/^\|[^\n]*\|/, 'a row without a table', 'a head, and below it a line `| --- | --- |` with as many cells'],
];

/** Forms at the start of a line of a summary of several lines, which has neither headings nor lists. */
export const SUMMARY: readonly Form[] = [
  [
    /^(?:#{1,6}|[-*+]|\d{1,3}[.)]) (?=.*\n)|(?<=\s)#{1,6} (?=\p{Lu})/mu,
    '$0at the start of a line of a summary',
    'sentences alone',
  ],
];

/** Forms that a field of plain text does not have. */
export const PLAIN: readonly Form[] = [
  [/\[@[^\]]*\]/, 'a citation in a field of plain text', 'no citation: fields have `reports` beside them'],
  [/\]\((?:\.|https?:)/, 'a link in a field of plain text', 'words alone'],
  [/\*\*[^*]+\*\*/, 'bold words in a field of plain text', 'words alone'],
  [/^[^“„]*”|“[^”]*$/, 'a quotation mark “ or ” without its partner', QUOTATION],
  [UNFINISHED, 'a mark of unfinished text', 'the finished text'],
  [NAMED_CODE, 'the code of a character in a field of plain text', CHARACTER],
  [
    /\S\s*[\n\t]\s*\S/,
    'a line break or a tab in a field',
    'one line, or `>-` before lines that belong together',
  ],
  ...KEYBOARD,
];

/** Forms that a field of plain text has seldom: it is shown as it is written. */
export const SELDOM: readonly Form[] = [
  [TAG, 'a tag of HTML in a field of plain text', 'words alone'],
  [CHARACTER_CODE, 'the code of a character in a field of plain text', CHARACTER],
  [/^(?=.*\p{Lu}{4})(?=\S+\s)[^\p{Ll}]+$/u, 'capital letters alone', 'capitals as in a sentence'],
  [STRAIGHT_QUOTATION, 'words in straight quotation marks', QUOTATION],
];

/** Forms that a title or an answer does not have. */
export const ENDS_AS_SENTENCE: readonly Form[] = [
  [/(?:[,:;]|\p{Ll}{2}\.)$/u, 'a sign at the end of a title or an answer', 'its words without the sign'],
];

/** @returns the first form that a text has, with its offset in the text */
export function firstForm(text: string, forms: readonly Form[]): Mistake | undefined {
  for (const [form, found, expected] of forms) {
    const match = form.exec(text);
    const fill = (words: string): string =>
      words.replace(/\$(\d)/g, (_all, group) => match?.[Number(group)] ?? '');
    if (match) return { offset: match.index, found: fill(found), expected: fill(expected) };
  }
  return undefined;
}
