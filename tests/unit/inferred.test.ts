// The marks of inferred dates in prose: which words become one, and what a screen reader gets.
import type { Nodes, Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { remarkInferred } from '../../src/markdown/inferred.ts';
import { glossary } from '../../src/markdown/term-finder.ts';
import { termSchema } from '../../src/model/schemas/term.ts';

const data = termSchema.parse({ title: 'Inferred', summary: 'Worked out by us.', kind: 'site' });
const EXPLAINED = glossary([{ id: 'inferred', data }]);
const NOT_EXPLAINED = glossary([]);

/** The text with each mark as `{words}`, and each other link as `[words]`. */
function outline(node: Nodes): string {
  const inside = 'children' in node ? node.children.map(outline).join('') : '';
  if (node.type === 'link') return node.url === '../terms/inferred.mdx' ? `{${inside}}` : `[${inside}]`;
  return 'value' in node ? node.value : inside;
}

function marked(body: string, terms = EXPLAINED): string {
  const processor = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkInferred, () => terms);
  return outline(processor.runSync(processor.parse(body)) as Root);
}

test.each([
  ['a date', 'On 22 May 2023 (inferred) he spoke.', 'On 22 May 2023{ (inferred)} he spoke.'],
  ['a date before a comma', 'On 22 May (inferred), he spoke.', 'On 22 May{ (inferred)}, he spoke.'],
  ['a year', 'On 2 March 2023 (year inferred).', 'On 2 March 2023{ (year inferred)}.'],
  ['two dates', '1 May (inferred) and 2 May (inferred)', '1 May{ (inferred)} and 2 May{ (inferred)}'],
  ['a date in bold', '**2 May (inferred).** So.', '2 May{ (inferred)}. So.'],
  ['a date behind a line end', 'On 2 May\n(inferred) he spoke.', 'On 2 May{ (inferred)} he spoke.'],
  ['no date in a link', '[2 May (inferred)](x.mdx)', '[2 May (inferred)]'],
  ['no longer remark', 'May (inferred from its stamp)', 'May (inferred from its stamp)'],
  ['no bare word', 'May is inferred.', 'May is inferred.'],
])('marks %s', (_what, body, expected) => expect(marked(body)).toBe(expected));

test('leaves the words where no term explains them', () =>
  expect(marked('2 May (inferred)', NOT_EXPLAINED)).toBe('2 May (inferred)'));
