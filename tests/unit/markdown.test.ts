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
import { remarkFold } from '../../src/markdown/fold.ts';
import { remarkLede } from '../../src/markdown/lede.ts';

const COMPONENTS = ['mdxJsxFlowElement', 'mdxJsxTextElement'] as const;

const toHast = unified()
  .use(remarkParse)
  .use(remarkLede)
  .use(remarkGfm)
  .use(remarkEvidenceMarks)
  .use(remarkEntryLinks)
  .use(remarkFold)
  .use(remarkMdx)
  .use(remarkRehype, { passThrough: [...COMPONENTS] });

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

/** The prose of `content/events/closure.mdx`, as shown, and the notes that its front matter receives. */
function compiled(body: string, summary?: string): { html: string; notes: unknown } {
  const file = new VFile({ value: body, path: '/project/content/events/closure.mdx' });
  const frontmatter: Record<string, unknown> = summary === undefined ? {} : { summary };
  file.data.astro = { frontmatter };
  const html = outline(toHast.runSync(toHast.parse(file), file)).replaceAll('\n', '');
  return { html, notes: frontmatter['notes'] };
}

const prose = (body: string, summary?: string): string => compiled(body, summary).html;

const note = (number: number, ...reports: string[]): string =>
  `<Cite number=${number} reports=${reports.join(' ')}/>`;

describe('evidence marks become note marks', () => {
  test.each([
    ['No citation.', '<p>No citation.</p>'],
    ['Closed. [@a/1]', `<p>Closed.${note(1, 'a/1')}</p>`],
    ['Closed [@a/1].', `<p>Closed${note(1, 'a/1')}.</p>`],
    ['Closed. [@a/1; @b-c/22]', `<p>Closed.${note(1, 'a/1', 'b-c/22')}</p>`],
    ['Closed. [@a/1] [@b/2][@none][@c/3; @a/1]', `<p>Closed.${note(1, 'a/1', 'b/2', 'c/3')}</p>`],
    ['Closed [@a/1], he said [@b/2].', `<p>Closed${note(1, 'a/1')}, he said${note(2, 'b/2')}.</p>`],
    [
      'Closed. [@a/1]\n\nSo it is. [@a/1]',
      `<p>Closed.${note(1, 'a/1')}</p><p>So it is.${note(2, 'a/1')}</p>`,
    ],
    ['**Closed** [@a/1]', `<p><strong>Closed</strong>${note(1, 'a/1')}</p>`],
    ['- closed [@a/1]', `<ul><li>closed${note(1, 'a/1')}</li></ul>`],
    ['No source says. [@none]', '<p>No source says.</p>'],
    ['`[@a/1]`', '<p><code>[@a/1]</code></p>'],
  ])('%j', (body, html) => expect(prose(body)).toBe(html));

  test('the page learns the reports of each note', () => {
    const { notes } = compiled('Two. [@b/2]\n\nOne. [@a/1; @b/2]', 'Three. [@c/3]');
    expect(notes).toEqual(['c/3', 'b/2', 'a/1 b/2']);
    expect(compiled('Nothing. [@none]').notes).toEqual([]);
  });
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
      `<p className=lede>The <a href=/people/ada.html>mayor</a>.${note(1, 'a/1')}</p>${afterLede}<p>Body.${note(2, 'b/2')}</p>`,
    );
  });

  test('without a summary the prose is unchanged', () => expect(prose('Body.')).toBe('<p>Body.</p>'));

  test.each([
    ...[
      '<script>alert(1)</script>',
      '{process.exit()}',
      '# 1',
      '- x',
      '1. x',
      '> x',
      '"x" & `',
      '<b>x</b> y',
    ],
  ])('%j is shown as it is written', (summary) =>
    expect(prose('', summary)).toBe(`<p className=lede>${summary}</p>${afterLede}`),
  );

  test('both of two paragraphs are kept', () => {
    const shown = `<p className=lede>One.</p><p className=lede>Two.</p>${afterLede}`;
    expect(prose('', 'One.\n\nTwo.')).toBe(shown);
  });
});

describe('the sections of a long event', () => {
  const sections = (...names: string[]): string => names.map((name) => `## ${name}\n\nText.\n`).join('\n');
  const open = (name: string): string => `<h2>${name}</h2><p>Text.</p>`;

  test('are folded from the fifth on, each under its heading', () => {
    const folded = (name: string): string =>
      `<details className=fold><summary className=><h2>${name}</h2></summary><p>Text.</p></details>`;
    expect(prose(sections('A', 'B', 'C', 'D', 'E', 'F'))).toBe(
      ['A', 'B', 'C', 'D'].map(open).join('') + ['E', 'F'].map(folded).join(''),
    );
  });

  test('stay as they are if only one would be folded', () =>
    expect(prose(sections('A', 'B', 'C', 'D', 'E'))).toBe(['A', 'B', 'C', 'D', 'E'].map(open).join('')));
});
