// Headings of a page for its list of contents, and the HTML of a page as a section of a longer document.
import type { MarkdownHeading } from 'astro';
import render from 'dom-serializer';
import { DomUtils, parseDocument } from 'htmlparser2';

export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** A page with at most so many headings needs no list of them. */
export const FEW_HEADINGS = 2;

/** The second-level headings of prose that Astro has rendered. */
export function proseHeadings(headings: readonly MarkdownHeading[]): Heading[] {
  return headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ id: slug, text }));
}

/** The second-level headings of HTML that have an id. */
export function sectionHeadings(html: string): Heading[] {
  const headings = DomUtils.findAll(
    ({ name, attribs }) => name === 'h2' && 'id' in attribs,
    parseDocument(html).children,
  );
  return headings.map((heading) => ({
    id: heading.attribs['id'] ?? '',
    text: DomUtils.textContent(heading),
  }));
}

export interface SectionOptions {
  /** The prefix of every id of the page: `people.ada` turns `r1` into `people.ada.r1`. */
  readonly prefix: string;
  /** The level that the page's `h1` gets; the headings below it follow. No heading goes below `h6`. */
  readonly level: number;
  /** The prefix of every page that is a section of the same document, by its address. */
  readonly sections: ReadonlyMap<string, string>;
}

/** Attributes whose values are lists of ids. */
const ID_LISTS = ['aria-controls', 'aria-describedby', 'aria-details', 'aria-labelledby', 'for', 'headers'];

/** Attributes that a section does not need: for the search index, and for previews of linked entries. */
const DROPPED = ['data-pagefind-ignore', 'data-preview'];

/** Anchors that a page has and its section lacks. A link to such an anchor leads to the section. */
const LEFT_OUT = ['refers-here'];

/** Makes a page a section: prefixes ids, points links to sections, lowers headings, opens `<details>`. */
export function asSection(html: string, { prefix, level, sections }: SectionOptions): string {
  const link = (href: string): string => {
    const [, path = '', anchor = ''] = /^([^#]*)#?(.*)$/s.exec(href) ?? [];
    const section = path === '' ? prefix : sections.get(path);
    if (section === undefined) return href;
    return anchor === '' || LEFT_OUT.includes(anchor) ? `#${section}` : `#${section}.${anchor}`;
  };
  // Keep capitals, because SVG has names such as `viewBox`.
  const fragment = parseDocument(html, { lowerCaseTags: false, lowerCaseAttributeNames: false });
  for (const element of DomUtils.findAll(() => true, fragment.children)) {
    const { name, attribs } = element;
    if (/^h[1-6]$/.test(name)) element.name = `h${Math.min(6, Number(name[1]) + level - 1)}`;
    if (name === 'details') attribs['open'] = '';
    // A `<section>` with a name is a landmark. Sections of different entries have the same heading: drop the name.
    if (name === 'section') delete attribs['aria-labelledby'];
    for (const attribute of DROPPED) Reflect.deleteProperty(attribs, attribute);
    for (const [attribute, value] of Object.entries(attribs)) {
      if (attribute === 'id') attribs[attribute] = `${prefix}.${value}`;
      else if (attribute === 'href') attribs[attribute] = link(value);
      else if (ID_LISTS.includes(attribute))
        attribs[attribute] = value.replaceAll(/\S+/g, (id) => `${prefix}.${id}`);
      // References to SVG patterns and gradients.
      else attribs[attribute] = value.replaceAll('url(#', `url(#${prefix}.`);
    }
  }
  return render(fragment, { encodeEntities: 'utf8' });
}
