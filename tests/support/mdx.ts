// Renders the prose of an entry in this process: with MDX and the project's own plugins, as the build does, and with
// plain elements in place of the project's components.
import { evaluateSync } from '@mdx-js/mdx';
import { VFile } from 'vfile';
import { REMARK_PLUGINS } from '../../src/markdown/plugins.ts';
import { PROSE_COMPONENTS } from '../../src/model/prose-components.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A piece of HTML. */
class Html {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Props = Readonly<Record<string, unknown>>;

const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr']);

function htmlOf(children: unknown): string {
  if (Array.isArray(children)) return children.map(htmlOf).join('');
  if (children instanceof Html) return children.html;
  return typeof children === 'string' || typeof children === 'number' ? escaped(String(children)) : '';
}

function element(name: string, { children, ...attributes }: Props): Html {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => ` ${key === 'className' ? 'class' : key}="${escaped(String(value))}"`);
  const open = `<${name}${written.join('').replace(/ style="[^"]*"/, '')}>`;
  return new Html(VOID.has(name) ? open.replace('>', '/>') : `${open}${htmlOf(children)}</${name}>`);
}

/** The component of MDX that groups elements. */
const Fragment = ({ children }: Props): unknown => children;

/** A component is a function; a name is an element. */
function jsx(type: string | ((props: Props) => unknown), props: Props): Html {
  return typeof type === 'function' ? new Html(htmlOf(type(props))) : element(type, props);
}

const figure = (): Html => new Html('<figure></figure>');
const COMPONENTS = {
  ...Object.fromEntries(PROSE_COMPONENTS.map((name) => [name, figure])),
  AfterLede: figure,
  Cite: () => new Html('<sup>1</sup>'),
};

/**
 * Renders the summary and the prose of an entry.
 * @param path the file under `content/`
 * @returns HTML
 */
export function renderProse(path: string, body: string, summary: string): string {
  const file = new VFile({ value: body, path: `/content/${path}` });
  file.data.astro = { frontmatter: { summary } };
  const { default: Content } = evaluateSync(file, {
    Fragment,
    jsx,
    jsxs: jsx,
    remarkPlugins: REMARK_PLUGINS,
  });
  return htmlOf(Content({ components: COMPONENTS }));
}
