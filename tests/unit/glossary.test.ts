// Terms explained at their first use: what counts as a use, and which use is the first.
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Nodes, Root } from 'mdast';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { glossary } from '../../src/markdown/term-finder.ts';
import { remarkEvidenceMarks } from '../../src/markdown/evidence-marks.ts';
import { remarkGlossary } from '../../src/markdown/glossary.ts';
import { remarkLede } from '../../src/markdown/lede.ts';
import type { DataOf } from '../../src/model/collections.ts';
import { termSchema } from '../../src/model/schemas/term.ts';
import { ownArchive } from '../support/archive.ts';

function term(
  id: string,
  fields: Readonly<Record<string, unknown>> = {},
): { id: string; data: DataOf<'terms'> } {
  const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  const data = termSchema.parse({ title, summary: 'A word.', kind: 'field', ...fields });
  return { id, data };
}

const TERMS = glossary([
  term('ferry', { aliases: ['ferries', 'river ferry'] }),
  term('pontoon'),
  term('ice-road', { title: 'Ice road' }),
  term('road'),
  term('wreck', { kind: 'loaded' }),
  term('voice', { kind: 'site' }),
  term('pier', { explain: 'never' }),
  term('river-republic', { title: '“River Republic”', kind: 'loaded' }),
  term('u-bolt', { title: 'U-Bolt (long)' }),
]);

/** The prose with every explained word as `word{term}`, and an editor's link as `[words]`. */
function outline(node: Nodes): string {
  if (node.type === 'link' && node.data?.hProperties)
    return `${node.children.map(outline).join('')}{${/^\.\.\/terms\/(.+)\.mdx$/.exec(node.url)?.[1] ?? '?'}}`;
  if (node.type === 'link') return `[${node.children.map(outline).join('')}]`;
  if (node.type === 'mdxJsxTextElement' && node.name === 'Cite') return '^';
  if (node.type === 'mdxJsxFlowElement') return '';
  if ('children' in node)
    return node.children.map(outline).join(node.type === 'root' || node.type === 'table' ? '\n' : '');
  return 'value' in node ? node.value : '';
}

function explained(body: string, path = 'events/closure.mdx', summary?: string): string {
  const file = new VFile({ value: body, path: `/project/content/${path}` });
  if (summary !== undefined) file.data.astro = { frontmatter: { summary } };
  const processor = unified()
    .use(remarkParse)
    .use(remarkLede)
    .use(remarkGfm)
    .use(remarkEvidenceMarks)
    .use(remarkMdx)
    .use(remarkGlossary, () => TERMS);
  return outline(processor.runSync(processor.parse(file), file) as Root).trim();
}

test.each([
  ['the first use alone', 'A ferry, a ferry.', 'A ferry{ferry}, a ferry.'],
  ['over paragraphs too', 'A ferry.\n\nThe ferry.', 'A ferry{ferry}.\nThe ferry.'],
  ['a plural', 'Two pontoons.', 'Two pontoons{pontoon}.'],
  ['an alias', 'Two ferries.', 'Two ferries{ferry}.'],
  ['the longer of two forms', 'An ice road and a road.', 'An ice road{ice-road} and a road{road}.'],
  ['no part of a longer form', 'An ice road, an ice road.', 'An ice road{ice-road}, an ice road.'],
  ['no part of a word', 'By broad roadways.', 'By broad roadways.'],
  ['no part of a compound', 'An off-road ferry-boat.', 'An off-road ferry-boat.'],
  ['a possessive', 'The ferry’s bell.', 'The ferry{ferry}’s bell.'],
  ['a capital at the beginning', 'Ferries wait.', 'Ferries{ferry} wait.'],
  ['a capital after a full stop', 'So. Ferries wait.', 'So. Ferries{ferry} wait.'],
  ['a capital after a citation', 'So. [@a/1] Ferries wait.', 'So.^ Ferries{ferry} wait.'],
  ['no name within a sentence', 'The Ferry Guild.', 'The Ferry Guild.'],
  ['no name at a beginning', 'Ferry Guild members.', 'Ferry Guild members.'],
  ['a name that is a term', 'In the River Republic.', 'In the River Republic{river-republic}.'],
  ['a form with signs in it', 'A u-Bolt (long).', 'A u-Bolt (long){u-bolt}.'],
  ['no term that opted out', 'The pier.', 'The pier.'],
  ['a word in emphasis', 'A *ferry*.', 'A ferry{ferry}.'],
  ['a loaded word in quotation marks', 'He said “wreck”.', 'He said “wreck{wreck}”.'],
  ['no word of the site in them', 'He said “my voice”. A voice.', 'He said “my voice”. A voice{voice}.'],
  ['not in a link', 'The [ferry](../places/x.mdx).', 'The [ferry].'],
  ['after a link with the word', 'The [ferry](../places/x.mdx), a ferry.', 'The [ferry], a ferry{ferry}.'],
  ['after an editor’s link', 'The [boat](../terms/ferry.mdx), a ferry.', 'The [boat], a ferry.'],
  ['before an editor’s link', 'A ferry, the [boat](../terms/ferry.mdx).', 'A ferry{ferry}, the [boat].'],
  ['not in a heading', '## A ferry\n\nA ferry.', 'A ferry\nA ferry{ferry}.'],
  ['not in a quotation of its own', '> A ferry.\n\nA ferry.', 'A ferry.\nA ferry{ferry}.'],
  ['not in code', 'A `ferry`.', 'A ferry.'],
  ['in a list', '- a ferry', 'a ferry{ferry}'],
  ['in a table, not in its head', '| ferry |\n| --- |\n| ferry |', 'ferry\nferry{ferry}'],
  [
    'three in a paragraph, the next in the next',
    'A ferry, a wreck, a pontoon, a voice.\n\nThe voice.',
    'A ferry{ferry}, a wreck{wreck}, a pontoon{pontoon}, a voice.\nThe voice{voice}.',
  ],
])('%s', (_name, body, expected) => expect(explained(body)).toBe(expected));

test('a term is explained in the summary before the prose', () =>
  expect(explained('The ferry. A road.', undefined, 'A ferry. [@a/1]')).toBe(
    'A ferry{ferry}.^\n\nThe ferry. A road{road}.',
  ));

test('a term is not explained on its own page', () =>
  expect(explained('A ferry on a road.', 'terms/ferry.mdx')).toBe('A ferry on a road{road}.'));

test('without terms nothing is explained', () => expect(glossary([]).uses('A ferry.', '')).toEqual([]));

test('no form belongs to two terms of the site', () => {
  const forms = ownArchive()
    .list('terms')
    .filter(({ data }) => data.explain !== 'never')
    .flatMap(({ data }) => [data.title, ...data.aliases].map((form) => form.toLowerCase()));
  expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
});
