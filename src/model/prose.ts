// Parses the prose of an MDX file: its blocks, the reports they cite, the pages they link to, and the markup that prose
// may not contain.
import type { Heading, Nodes, Paragraph, Parents, Root, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { location } from 'vfile-location';
import { VFileMessage } from 'vfile-message';
import { insteadOf, MARKDOWN, mdxMistake } from './advice/mdx-mistakes.ts';
import { formMistakes, isBoldLine, startOf } from './advice/markdown-mistakes.ts';
import { NO_FACT, splitEvidenceMarks, withoutMarkup, type Piece } from './evidence-marks.ts';
import type { Place, Wrong } from './problems.ts';

/** One report that prose cites: an evidence mark may hold several. */
export interface Citation extends Place {
  /** The key as written, without `@`. It may be malformed. */
  readonly key: string;
}

export interface ProseLink extends Place {
  readonly url: string;
  /** The words of the link. */
  readonly words: string;
}

/** A paragraph or a row of a table: the smallest piece of prose that must cite evidence. */
export interface Block extends Place {
  /** The words, without evidence marks and markup. */
  readonly text: string;
  /** The words with the evidence marks among them. */
  readonly marked: string;
  readonly citations: readonly Citation[];
  readonly links: readonly ProseLink[];
  /** True if the block has the mark `[@none]`. */
  readonly noFact: boolean;
  /** True for a paragraph of its own: no item of a list, and no row of a table. */
  readonly isParagraph: boolean;
}

/** A component in prose: `<Timeline />`. */
export interface Component extends Place {
  readonly name: string;
  /** True if it stands among the words of a paragraph. */
  readonly inline: boolean;
}

export interface Prose {
  readonly blocks: readonly Block[];
  /** Headings and table heads. They need no evidence, but their links and citations are checked. */
  readonly headings: readonly (Block & { readonly isHeading: boolean })[];
  /** The components used, in order: `<Timeline />`. */
  readonly components: readonly Component[];
  /** Markup that prose may not contain: HTML, imports, expressions, code, handwritten footnotes, and Markdown that fails. */
  readonly refused: readonly (Place & Wrong)[];
  readonly errors: readonly (Place & Wrong)[];
}

const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** Markdown constructs that are switched off in a summary, so that their characters are plain text. */
const NOT_IN_A_SUMMARY = [
  'autolink',
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinition',
  'gfmPotentialFootnoteCall',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'list',
  'setextUnderline',
  'table',
  'thematicBreak',
];

function wordsOnly(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: NOT_IN_A_SUMMARY } }];
}

const summary = unified().use(remarkParse).use(remarkGfm).use(wordsOnly);

/** The prose of a file that has none. */
export const NO_PROSE: Prose = { blocks: [], headings: [], components: [], refused: [], errors: [] };

/** @returns the place of a character of the text, by its offset from 0 */
type Locate = (offset: number) => Place;

/** @returns the words of a block with its evidence marks; the cells of a table row are joined by " · " */
function markedWords(node: Paragraph | Heading | TableRow): string {
  const cells = node.type === 'tableRow' ? node.children : [node];
  return cells.map((cell) => toString(cell)).join(' · ');
}

function readBlock(
  node: Paragraph | Heading | TableRow,
  text: string,
  at: Locate,
  isParagraph = false,
): Block {
  const citations: Citation[] = [];
  const links: ProseLink[] = [];
  let noFact = false;
  visit(node, (child) => {
    const start = startOf(child);
    if (child.type === 'link') links.push({ url: child.url, words: toString(child), ...at(start) });
    if (child.type !== 'text') return;
    const isMark = (piece: Piece) => piece.type === 'evidence';
    // The parser removes escapes and indents: take the place of an evidence mark from the text as written.
    const written = splitEvidenceMarks(text.slice(start, child.position?.end.offset)).filter(isMark);
    for (const [index, { keys }] of splitEvidenceMarks(child.value).filter(isMark).entries()) {
      for (const key of keys) {
        if (key === NO_FACT) noFact = true;
        else citations.push({ key, ...at(start + (written[index]?.offset ?? 0)) });
      }
    }
  });
  const marked = markedWords(node);
  const words = withoutMarkup(marked).replace(/\s+/g, ' ');
  return { text: words, marked, citations, links, noFact, isParagraph, ...at(startOf(node)) };
}

/** @returns false for a paragraph of components alone, which MDX takes out of the paragraph */
function isInline(node: Nodes, parent: Parents | undefined): boolean {
  const alone =
    parent?.type === 'paragraph' &&
    parent.children.every(
      (child) => child.type === 'mdxJsxTextElement' || (child.type === 'text' && child.value.trim() === ''),
    );
  return node.type === 'mdxJsxTextElement' && !alone;
}

/** Parts of Markdown and MDX that prose may not have: what was found, and what would be right. */
const REFUSED: Readonly<Partial<Record<Nodes['type'], readonly [found: string, expected?: string]>>> = {
  mdxjsEsm: ['an import or export'],
  footnoteReference: ['a footnote written by hand'],
  footnoteDefinition: ['a footnote written by hand'],
  linkReference: ['a link whose address stands elsewhere', '`[words](address)`'],
  definition: ['a link whose address stands elsewhere', '`[words](address)`'],
  image: ['an image'],
  imageReference: ['an image'],
  code: ['a block of code'],
};

function read(processor: { parse(text: string): Root }, text: string, at: Locate): Prose {
  const tree = processor.parse(text);
  const blocks: Block[] = [];
  const headings: (Block & { isHeading: boolean })[] = [];
  const components: Component[] = [];
  const refused = formMistakes(tree, text, processor === mdx).map(({ offset, ...wrong }) => {
    return { ...wrong, ...at(offset) };
  });
  visit(tree, (node, _index, parent) => {
    const refuse = (found: string, expected = MARKDOWN): void => {
      refused.push({ found, expected, ...at(startOf(node)) });
    };
    if (node.type === 'heading') headings.push({ ...readBlock(node, text, at), isHeading: true });
    else if (node.type === 'paragraph' || node.type === 'tableRow') {
      // The first row of a table is its head.
      const isHead = isBoldLine(node, parent) || (parent?.type === 'table' && parent.children[0] === node);
      const isParagraph = node.type === 'paragraph' && parent?.type === 'root' && !isHead;
      const block = readBlock(node, text, at, isParagraph);
      if (isHead) headings.push({ ...block, isHeading: false });
      else blocks.push(block);
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const name = node.name ?? '';
      const component = /^\p{Lu}/u.test(name) && node.attributes.length === 0 && node.children.length === 0;
      if (component) components.push({ name, inline: isInline(node, parent), ...at(startOf(node)) });
      else refuse(`<${name}>`, insteadOf(name));
    } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      // Allow a comment `{/* … */}`, which MDX parses as an expression without code.
      if (node.data?.estree?.body.length !== 0)
        refuse(`the expression {${node.value.slice(0, 40)}}`, `${MARKDOWN}; \`\\{\` for a brace`);
    } else {
      const [found, expected] = REFUSED[node.type] ?? [];
      if (found !== undefined) refuse(found, expected);
    }
  });
  return { blocks, headings, components, refused, errors: [] };
}

/** The parser also stops at an assertion of its own, and at text that is nested too deeply for it. */
const isParserError = (error: unknown): error is Error =>
  error instanceof VFileMessage ||
  error instanceof RangeError ||
  (error instanceof Error && error.name === 'Assertion');

/** Parses the prose of a page. @param body MDX without front matter. @param line the line of the file where it is */
export function readProse(body: string, line: number): Prose {
  // Replace the front matter with blank lines, so that the parser's line numbers are those of the file.
  const text = '\n'.repeat(line - 1) + body;
  const points = location(text);
  const at = (offset: number): Place => {
    const point = points.toPoint(offset);
    return { line: point?.line ?? line, column: point?.column ?? 1 };
  };
  try {
    return read(mdx, text, at);
  } catch (error) {
    if (!isParserError(error)) throw error;
    const { reason = '', line: errorLine, column: errorColumn } = error instanceof VFileMessage ? error : {};
    // For an unclosed tag, only the text of the message has the place: "… `<b>` (9:1-9:4)".
    const [, row, column] = /\((\d+):(\d+)-/.exec(reason) ?? [undefined, errorLine, errorColumn];
    const known =
      row === undefined
        ? text.search(/[<{]/)
        : points.toOffset({ line: Number(row), column: Number(column ?? 1) });
    const place = known === undefined || known < 0 ? text.length : known;
    const { offset, ...wrong } = mdxMistake(text, place);
    return { ...NO_PROSE, errors: [{ ...at(offset), ...wrong }] };
  }
}

/** Parses a summary into paragraphs of words, emphasis, links and evidence marks; `<`, `{` and `#` are plain characters. */
export function parseSummary(text: string): Root {
  return summary.parse(text);
}

/** Reads a summary. All places have the line of its field and column 0, because YAML may fold the text. */
export function readSummary(text: string, line: number): Prose {
  return read(summary, text, () => ({ line, column: 0 }));
}
