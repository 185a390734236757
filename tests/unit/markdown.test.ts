// The tree of a page after the Markdown plugins, in the order of src/markdown/plugins.ts.
import type { Nodes } from 'hast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { remarkEvidenceMarks } from '../../src/markdown/evidence-marks.ts';
import { remarkEntryLinks } from '../../src/markdown/entry-links.ts';
import { remarkLede } from '../../src/markdown/lede.ts';
import { rehypeSideNotes } from '../../src/markdown/side-notes.ts';

const COMPONENTS = ['mdxJsxFlowElement', 'mdxJsxTextElement'] as const;

const toHast = unified()
  .use(remarkParse)
  .use(remarkLede)
  .use(remarkGfm)
  .use(remarkEvidenceMarks)
  .use(remarkEntryLinks)
  .use(remarkMdx)
  .use(remarkRehype, { clobberPrefix: '', footnoteLabel: 'Notes', passThrough: [...COMPONENTS] });

const withSideNotes = toHast().use(rehypeSideNotes);

/** A tree as one line: elements with the attributes that matter here, components, text. */
function outline(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'root') return node.children.map(outline).join('');
  if (node.type === 'element') {
    const { href, id, className } = node.properties;
    const attributes = Object.entries({
      href,
      id,
      className: Array.isArray(className) ? className.join(',') : undefined,
    })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}=${String(value)}`);
    return `<${node.tagName}${attributes.join('')}>${node.children.map(outline).join('')}</${node.tagName}>`;
  }
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const attributes = node.attributes.map((one) =>
      'name' in one ? ` ${one.name}=${String(one.value)}` : '',
    );
    return `<${node.name}${attributes.join('')}/>`;
  }
  return `(${node.type})`;
}

/** The prose of `content/events/closure.mdx`, as shown. */
function shown(body: string, summary?: string, processor = toHast): string {
  const file = new VFile({ value: body, path: '/project/content/events/closure.mdx' });
  if (summary !== undefined) file.data.astro = { frontmatter: { summary } };
  return outline(processor.runSync(processor.parse(file), file)).replaceAll('\n', '');
}

/** The prose without the list of notes. */
const prose = (body: string, summary?: string): string => shown(body, summary).replace(/<section.*$/, '');

const note = (id: string, number: number, times = 1): string =>
  `<sup><a href=#fn-${id} id=fnref-${id}${times > 1 ? `-${times}` : ''}>${number}</a></sup>`;

describe('evidence marks become notes', () => {
  test.each([
    ['No citation.', '<p>No citation.</p>'],
    ['Closed. [@a/1]', `<p>Closed.${note('a-1', 1)}</p>`],
    ['Closed [@a/1].', `<p>Closed${note('a-1', 1)}.</p>`],
    ['Closed. [@a/1; @b-c/22]', `<p>Closed.${note('a-1', 1)}${note('b-c-22', 2)}</p>`],
    ['Closed. [@a/1] [@b/2]', `<p>Closed.${note('a-1', 1)}${note('b-2', 2)}</p>`],
    ['Closed [@a/1], he said [@b/2].', `<p>Closed${note('a-1', 1)}, he said${note('b-2', 2)}.</p>`],
    [
      'Closed. [@a/1]\n\nSo it is. [@a/1]',
      `<p>Closed.${note('a-1', 1)}</p><p>So it is.${note('a-1', 1, 2)}</p>`,
    ],
    ['**Closed** [@a/1]', `<p><strong>Closed</strong>${note('a-1', 1)}</p>`],
    ['- closed [@a/1]', `<ul><li>closed${note('a-1', 1)}</li></ul>`],
    ['No source says. [@none]', '<p>No source says.</p>'],
    ['`[@a/1]`', '<p><code>[@a/1]</code></p>'],
  ])('%j', (body, html) => expect(prose(body)).toBe(html));

  test('each cited report has one note, in the order of the marks, rendered by the component', () => {
    const html = shown('Two. [@b/2]\n\nOne. [@a/1; @b/2]');
    expect(html.match(/<li id=fn-.*?<Note report=[^>]*>/g)).toEqual([
      '<li id=fn-b-2><Note report=b/2/>',
      '<li id=fn-a-1><Note report=a/1/>',
    ]);
    expect(html).toContain('>Notes</h2>');
    expect(html.match(/<a href=#fnref-[a-z0-9-]+/g)).toEqual([
      '<a href=#fnref-b-2',
      '<a href=#fnref-b-2-2',
      '<a href=#fnref-a-1',
    ]);
  });

  test('a page without citations has no list of notes', () =>
    expect(shown('Nothing. [@none]')).toBe('<p>Nothing.</p>'));
});

describe('links between files become addresses', () => {
  test.each([
    ['../places/old-bridge.mdx', '/places/old-bridge.html'],
    ['../places/old-bridge.mdx#notes', '/places/old-bridge.html#notes'],
    ['flood.mdx', '/events/flood.html'],
    ['./flood.mdx', '/events/flood.html'],
    ['../pages/home.mdx', '/index.html'],
    ['https://example.org/x.mdx', 'https://example.org/x.mdx'],
  ])('%s', (url, address) => expect(prose(`[x](${url})`)).toBe(`<p><a href=${address}>x</a></p>`));
});

describe('the summary is the first paragraph', () => {
  const afterLede = '<AfterLede collection=events id=closure/>';

  test('its notes are numbered first, its links are addresses', () => {
    expect(prose('Body. [@b/2]', 'The [mayor](../people/ada.mdx). [@a/1]')).toBe(
      `<p className=lede>The <a href=/people/ada.html>mayor</a>.${note('a-1', 1)}</p>${afterLede}<p>Body.${note('b-2', 2)}</p>`,
    );
  });

  test('without a summary the prose is unchanged', () => expect(prose('Body.')).toBe('<p>Body.</p>'));

  test.each([
    '<script>alert(1)</script>',
    '{process.exit()}',
    '# 1',
    '- x',
    '1. x',
    '> x',
    '"x" & `',
    '<b>x</b> y',
  ])('%j is shown as it is written', (summary) =>
    expect(prose('', summary)).toBe(`<p className=lede>${summary}</p>${afterLede}`),
  );

  test('both of two paragraphs are kept', () => {
    expect(prose('', 'One.\n\nTwo.')).toBe(
      `<p className=lede>One.</p><p className=lede>Two.</p>${afterLede}`,
    );
  });
});

describe('side notes', () => {
  const sided = (body: string): string => shown(body, undefined, withSideNotes()).replace(/<section.*$/, '');

  test.each([
    ['four stay with the word before them', 4, 0],
    ['between more a line may end', 5, 4],
  ])('of a row of marks, %s', (_what, marks, breaks) => {
    const cited = Array.from({ length: marks }, (_none, number) => `@a-b/${number + 1}`).join('; ');
    expect(sided(`One. [${cited}]`).split('<wbr>').length - 1).toBe(breaks);
    expect(sided(`One. [@c/1] Two, [${cited}] three. [@c/1; @c/2]`).split('<wbr>').length - 1).toBe(breaks);
  });

  test('follow the first mark of each note; further marks are told apart', () => {
    const note = '<span className=unseen>Note </span>';
    expect(sided('One. [@a-b/1]\n\nTwo. [@a-b/1; @c/22]')).toBe(
      `<p>One.<span className=cite><sup><a href=#fn-a-b-1 id=fnref-a-b-1>${note}1</a></sup><SideNote report=a-b/1 number=1/></span></p>` +
        `<p>Two.<span className=cite,again><sup><a href=#fn-a-b-1 id=fnref-a-b-1-2 className=near,digit>${note}1</a></sup></span>` +
        `<span className=cite><sup><a href=#fn-c-22 id=fnref-c-22 className=digit>${note}2</a></sup><SideNote report=c/22 number=2/></span></p>`,
    );
  });
});
