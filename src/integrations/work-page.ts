// What a page loses and changes where it becomes a section of the whole work: one walk over its elements.
import type { CheerioAPI } from 'cheerio';
import { VOID_ELEMENTS } from './tags.ts';

/** Elements of a page. */
export type Part = ReturnType<ReturnType<CheerioAPI['root']>['children']>;

export type Element = Part[number];
export type Node = Element['children'][number];

/** What serves only a page of its own: scripts, finding one's way, sharing, narrow screens, and the notes in the margin, which stand in full at its end. */
const LEFT_OUT_CLASSES = [
  'sidenote',
  'contents',
  'neighbours',
  'mentions',
  'citations',
  'more-reports',
] as const;

/** Astro puts the style sheet of a part beside it; they are gathered in the head. */
const LEFT_OUT_NAMES = ['script', 'link'];

/** What stands in the way of its contents: a landmark and the frame of a mark and its note. */
const OPENED = { name: 'aside', class: 'cite' } as const;

/** What an element must not say of itself where its page is one of many. */
const LEFT_OUT_ATTRIBUTES = [
  'aria-current',
  'data-footnote-backref',
  'data-footnote-ref',
  'data-pagefind-body',
  'data-pagefind-ignore',
  'data-preview',
] as const;

/** The attributes that name ids of their own page, several with spaces between. */
const NAMING = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details', 'for', 'headers'];

export const isElement = (node: Node): node is Element => 'attribs' in node;

/** Visits elements and all below them, in the order they stand there. */
export function eachElement(nodes: readonly Node[], visit: (element: Element) => void): void {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    visit(node);
    eachElement(node.children, visit);
  }
}

/** Gives an element other children. */
export function setChildren(parent: Element, children: Node[]): void {
  children.forEach((child, at) => {
    child.parent = parent;
    child.prev = children[at - 1] ?? null;
    child.next = children[at + 1] ?? null;
  });
  parent.children = children;
}

function isLeftOut({ name, attribs }: Element, classes: readonly string[]): boolean {
  return (
    LEFT_OUT_NAMES.includes(name) ||
    LEFT_OUT_CLASSES.some((each) => classes.includes(each)) ||
    ('data-pagefind-ignore' in attribs && 'hidden' in attribs)
  );
}

/** Makes an id of a page its own in the whole: `r11` becomes `sources.polskie-radio.r11`, wherever it is named. */
function ownIds(attribs: Element['attribs'], prefix: string): void {
  const own = (id: string): string => `${prefix}.${id}`;
  for (const [name, value] of Object.entries(attribs)) {
    if (name === 'id') attribs[name] = own(value);
    else if (NAMING.includes(name)) attribs[name] = value.trim().split(/\s+/).map(own).join(' ');
    else if (/^(?:xlink:)?href$/.test(name) && value.startsWith('#'))
      // The first reference to a note leads to the margin; here all lead to the note in full.
      attribs[name] = `#${own(value.slice(1).replace(/^sn-/, 'fn-'))}`;
    // Patterns and gradients of drawings: fill="url(#hatch)".
    else if (value.includes('url(#')) attribs[name] = value.replaceAll('url(#', `url(#${prefix}.`);
  }
}

/**
 * Makes a page a section of the whole, in place.
 * @param part its article
 * @param prefix what its ids begin with
 * @param level the level of its first heading; those below follow, none goes below six
 */
export function asSection(part: Part, prefix: string, level: number): void {
  const change = (element: Element): void => {
    const { attribs, name } = element;
    // Where several sections of one document have the same name, none should be a landmark.
    if (name === 'section') delete attribs['aria-labelledby'];
    // Neither paper nor a reading device opens anything by a click.
    if (name === 'details') attribs['open'] = '';
    if (/^h[1-6]$/.test(name)) element.name = `h${Math.min(6, Number(name.slice(1)) + level - 1)}`;
    // The quicker parser tells no namespaces, and elements are written without an end in HTML's only.
    if (VOID_ELEMENTS.has(name)) element.namespace = 'http://www.w3.org/1999/xhtml';
    for (const each of LEFT_OUT_ATTRIBUTES) Reflect.deleteProperty(attribs, each);
    ownIds(attribs, prefix);
  };
  const kept = (node: Node): Node[] => {
    if (!isElement(node)) return [node];
    const classes = node.attribs['class']?.split(' ') ?? [];
    if (isLeftOut(node, classes)) return [];
    const children = node.children.flatMap(kept);
    if (node.name === OPENED.name || classes.includes(OPENED.class)) return children;
    change(node);
    setChildren(node, children);
    return [node];
  };
  part.each((_index, element) => setChildren(element, element.children.flatMap(kept)));
}
