// Reads and changes HTML that a component has rendered from its slot.
import render from 'dom-serializer';
import { DomUtils, parseDocument, Parser } from 'htmlparser2';

export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** Reads the second-level headings that have an id, for a list of contents. */
export function sectionHeadings(html: string): Heading[] {
  const headings: { id: string; text: string }[] = [];
  let current: { id: string; text: string } | undefined;
  const parser = new Parser({
    onopentag(name, { id }) {
      if (name === 'h2' && id !== undefined) headings.push((current = { id, text: '' }));
    },
    ontext(text) {
      if (current) current.text += text;
    },
    onclosetag(name) {
      if (name === 'h2') current = undefined;
    },
  });
  parser.end(html);
  return headings;
}

export interface SectionOptions {
  /** Put before every id of the page, with a dot: `people.ada` makes `r1` into `people.ada.r1`. */
  readonly prefix: string;
  /** The level that the page's `h1` gets; the headings below it follow. No heading goes below `h6`. */
  readonly level: number;
  /** The prefix of every page that is a section of the same document, by its address. */
  readonly sections: ReadonlyMap<string, string>;
}

/** Attributes that hold ids, with spaces between them. */
const ID_LISTS = ['aria-controls', 'aria-describedby', 'aria-details', 'aria-labelledby', 'for', 'headers'];

/** Attributes for the search index and for previews, which a section does not need. */
const DROPPED = ['data-pagefind-ignore', 'data-preview'];

/** Anchors of a page that its section lacks: a link to one of them leads to the section. */
const LEFT_OUT = ['refers-here'];

/**
 * Turns the HTML of a page into that of a section of a longer document: gives it ids of its own, leads links between
 * pages to their sections, lowers headings, opens what is folded.
 */
export function asSection(html: string, { prefix, level, sections }: SectionOptions): string {
  const link = (href: string): string => {
    const [, path = '', anchor = ''] = /^([^#]*)#?(.*)$/s.exec(href) ?? [];
    const section = path === '' ? prefix : sections.get(path);
    if (section === undefined) return href;
    // The short note in the margin (`sn-`) is left out; the full note (`fn-`) is there.
    const target = anchor.replace(/^sn-/, 'fn-');
    return target === '' || LEFT_OUT.includes(target) ? `#${section}` : `#${section}.${target}`;
  };
  // Drawings have names with capitals (`viewBox`).
  const fragment = parseDocument(html, { lowerCaseTags: false, lowerCaseAttributeNames: false });
  for (const element of DomUtils.findAll(() => true, fragment.children)) {
    const { name, attribs } = element;
    if (/^h[1-6]$/.test(name)) element.name = `h${Math.min(6, Number(name[1]) + level - 1)}`;
    if (name === 'details') attribs['open'] = '';
    // Many sections have the same heading; named by it, each would be a landmark of the same name.
    if (name === 'section') delete attribs['aria-labelledby'];
    for (const attribute of DROPPED) Reflect.deleteProperty(attribs, attribute);
    for (const [attribute, value] of Object.entries(attribs)) {
      if (attribute === 'id') attribs[attribute] = `${prefix}.${value}`;
      else if (attribute === 'href') attribs[attribute] = link(value);
      else if (ID_LISTS.includes(attribute))
        attribs[attribute] = value.replaceAll(/\S+/g, (id) => `${prefix}.${id}`);
      // References to patterns and gradients of drawings.
      else attribs[attribute] = value.replaceAll('url(#', `url(#${prefix}.`);
    }
  }
  return render(fragment, { encodeEntities: 'utf8' });
}
