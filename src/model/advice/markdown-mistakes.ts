// Finds Markdown that is not what its editor meant: it is shown as plain characters, or loses words without an error.
import type { Heading, Link, Nodes, Parents, Root, Table, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { counted } from '../../util/counted.ts';
import { EVIDENCE_MARK } from '../evidence-marks.ts';
import type { Mistake, Wrong } from '../problems.ts';
import { CITATIONS, firstForm, FORMS, MARKS, PROSE, STARTS, SUMMARY, type Form } from './text-forms.ts';

/** @returns the offset of a node in its text */
export const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;

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
  if (words.includes('[@'))
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

/** Finds what is wrong with the rows of a table: cells that would be lost, a line of text behind it, a head without words. */
function rowMistakes({ children: [head, ...rows] }: Table, text: string): Mistake[] {
  const width = head?.children.length ?? 0;
  const wrong = rows.flatMap((row): Mistake[] => {
    const offset = startOf(row);
    if (row.children.length === 1 && width > 1 && text.charAt(offset) !== '|')
      return [{ offset, found: 'a line of text at the end of a table', expected: 'a blank line before it' }];
    if (row.children.length <= width) return [];
    const found = `a row of ${row.children.length} cells below a head of ${width}`;
    return [{ offset, found, expected: `${counted(width, 'cell')}, with \`\\|\` for a bar inside a cell` }];
  });
  if (!head || toString(head).trim() !== '') return wrong;
  const found = 'a head of a table without words';
  return [{ offset: startOf(head), found, expected: 'a word above each column' }, ...wrong];
}

/** Words of a link that tell readers nothing. */
const NO_WORDS = /^\s*(?:(?:click )?here|(?:this )?link|\S*\.mdx\S*)?\s*$/i;

/** @returns a text as written, with spaces in place of its evidence marks */
const withoutMarks = (text: string): string => text.replace(EVIDENCE_MARK, (mark) => ' '.repeat(mark.length));

/** @returns the first form that a node has; `forms` are searched for without its evidence marks */
function textMistake(node: Text, text: string, forms: readonly Form[]): Mistake | undefined {
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

/** @returns what is wrong with a link */
function linkMistake(node: Link): Wrong | undefined {
  const words = toString(node);
  const found = words.trim() === '' ? 'a link without words' : `a link with the words “${words.trim()}”`;
  if (NO_WORDS.test(words))
    return { found, expected: `words that say where it leads: \`[words](${node.url})\`` };
  if (/^\[.*\]$/.test(words))
    return { found, expected: `words without brackets: \`[${words.slice(1, -1)}](${node.url})\`` };
  if (!words.includes('[@')) return undefined;
  return { found: 'a citation inside a link', expected: 'the citation behind it' };
}

/** Finds what is wrong with the blocks of a text and their order: a heading twice, an indent, half a quotation. */
function blockMistakes({ children }: Root, text: string, blocks: boolean): Mistake[] {
  const headings = new Set<string>();
  const lines = text.split('\n');
  return children.flatMap((node, index) => {
    const mistakes: Mistake[] = [];
    const offset = startOf(node);
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const add = (found: string, expected: string, at = offset): void => {
      mistakes.push({ offset: at, found, expected });
    };
    if (node.type === 'heading') {
      const words = toString(node).replace(/\s+/g, ' ');
      const next = children[index + 1];
      if (headings.has(words)) add(`the heading “${words}” a second time`, 'other words');
      headings.add(words);
      if (next?.type === 'heading' && next.depth <= node.depth)
        add(`the heading “${words}” with nothing below it`, 'text below it, or no heading');
    }
    if (blocks && /^(?: {4}|\t)/.test(lines[line - 1] ?? ''))
      add(
        'spaces or a tab before a paragraph, with which other programs show it as code',
        'the words at the start of the line, or `> ` before a quotation',
        offset - column + 1,
      );
    if (node.type === 'paragraph' && /^[^“]*”|“[^”]*$/.test(toString(node)))
      add('a quotation mark “ or ” without its partner', '“ before and ” behind the words, in one paragraph');
    const depth = depthOf(node);
    if (depth > DEEPEST)
      add(`text that is nested ${depth} levels deep`, 'fewer lists and quotations inside one another');
    return mistakes;
  });
}

/** @returns what is wrong with a node by itself. @param blocks true if the text may have lists, tables and headings */
function nodeMistake(
  node: Nodes,
  parent: Parents | undefined,
  text: string,
  blocks: boolean,
): Wrong | undefined {
  if (node.type === 'link') return linkMistake(node);
  if (isBoldLine(node, parent))
    return { found: 'a paragraph of bold words alone', expected: `\`## ${toString(node)}\`` };
  if (node.type === 'inlineCode' && node.value.includes('[@'))
    return { found: 'a citation inside a piece of code', expected: 'the citation behind it' };
  if (node.type === 'list' && node.ordered && node.start !== 1) {
    const expected = `\`1.\`, or \`${node.start}\\.\` in a sentence`;
    return { found: `a list that begins with ${node.start}`, expected };
  }
  if (node.type === 'listItem' && typeof node.checked === 'boolean')
    return { found: 'a box to tick', expected: 'an item without `[ ]`' };
  const struck = text.startsWith('~~', startOf(node));
  if (node.type === 'delete' && (blocks || !struck))
    return { found: 'words struck out by ~', expected: struck ? 'the words that hold' : '`\\~` or “about”' };
  return undefined;
}

/** The forms to look for in a text node. */
function formsFor(parent: Parents | undefined, index: number | undefined, blocks: boolean): readonly Form[] {
  // The words of a link may be an address.
  if (parent?.type === 'link') return [CITATIONS];
  const starts = blocks && parent?.type === 'paragraph' && index === 0;
  return [...(starts ? STARTS : []), ...(blocks ? PROSE : SUMMARY), ...FORMS];
}

/** Finds what is wrong with the forms of a text. @param blocks true if it may have lists, tables and headings */
export function formMistakes(tree: Root, text: string, blocks: boolean): Mistake[] {
  const mistakes = blockMistakes(tree, text, blocks);
  let level = 1;
  visit(tree, (node, index, parent) => {
    const offset = startOf(node);
    const add = (wrong: Wrong | undefined): void => {
      if (wrong) mistakes.push({ offset, ...wrong });
    };
    if (node.type === 'heading') {
      add(headingMistake(node, text.slice(offset, node.position?.end.offset), level));
      level = Math.max(2, node.depth);
    } else if (node.type === 'table') mistakes.push(...rowMistakes(node, text));
    else if (node.type === 'text') {
      const [joined] = /^\p{L}{3,}/u.exec(node.value) ?? [];
      if (joined !== undefined && index && parent?.children[index - 1]?.type === 'link')
        add({ found: `“${joined}” right behind a link`, expected: 'a space, or the word inside the link' });
      add(textMistake(node, text, formsFor(parent, index, blocks)));
    } else add(nodeMistake(node, parent, text, blocks));
  });
  return mistakes;
}
