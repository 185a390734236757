// The prose of an entry as something that a page can show. It holds neither code nor components (the reader
// refuses the first, src/archive/prose-rules.ts the others), so there is nothing to compile: its tree is shown as
// it is. Compiled as MDX, each file would become a module that is bundled, written, read and run once.
import { Fragment, jsx } from 'astro/jsx-runtime';
import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import { toJsxRuntime, type Components } from 'hast-util-to-jsx-runtime';
import type { Root } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Entry } from '../model/entries.ts';
import type { PageCollection } from '../model/references.ts';
import { REHYPE_PLUGINS, REMARK_PLUGINS, REMARK_REHYPE } from './plugins.ts';

export interface ProseHeading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/** What the parser makes of components and of comments. */
const JSX = ['mdxJsxFlowElement', 'mdxJsxTextElement'] as const;
const COMMENTS = ['mdxFlowExpression', 'mdxTextExpression'] as const;

/** Leaves out comments, the only expressions there are. */
function remarkNoComments() {
  return (tree: MdastRoot): void => {
    visit(tree, [...COMMENTS], (_node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      parent.children.splice(index, 1);
      return index;
    });
  };
}

/** An attribute that is there or not is written without a value. */
function rehypeBareAttributes() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ properties }) => {
      for (const [name, value] of Object.entries(properties)) if (value === true) properties[name] = '';
    });
  };
}

const processor = unified()
  .use(REMARK_PLUGINS)
  .use(remarkNoComments)
  .use(remarkRehype, { ...REMARK_REHYPE, passThrough: [...JSX] })
  .use(REHYPE_PLUGINS)
  .use(rehypeBareAttributes)
  .use(rehypeHeadingIds)
  .freeze();

/**
 * Makes the prose of an entry ready to be shown.
 * @param components what stands for an element or a component, by name
 * @returns its content as a function that Astro calls, and its headings
 * @throws where the prose names a component that is not there
 */
export function prose(
  { file, prose: { tree: parsed }, data }: Entry<PageCollection>,
  components: Readonly<Record<string, unknown>>,
): { Content: () => unknown; headings: readonly ProseHeading[] } {
  const source = new VFile({ path: file, data: { astro: { frontmatter: data } } });
  const tree = processor.runSync(JSON.parse(parsed) as MdastRoot, source) as Root;
  const refuse = (what: string): never => {
    throw new RangeError(`${file}: ${what} is for the texts in content/pages.`);
  };
  const shown: unknown = toJsxRuntime(tree, {
    Fragment,
    jsx,
    jsxs: jsx,
    components: components as Partial<Components>,
    elementAttributeNameCase: 'html',
    passKeys: false,
    // The name of a component is all there is to work out.
    createEvaluater: () => ({
      evaluateExpression: (expression) =>
        expression.type === 'Identifier' && expression.name in components
          ? components[expression.name]
          : refuse(expression.type === 'Identifier' ? `<${expression.name} />` : 'an expression'),
      evaluateProgram: () => refuse('a script'),
    }),
  });
  return { Content: () => shown, headings: source.data.astro?.headings ?? [] };
}
