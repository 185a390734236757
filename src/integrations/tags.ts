// The start tags of a page, read and changed in one pass. No tree is built and nothing is written anew but the
// tags that change: the page keeps the bytes that Astro wrote, and need not be held as a whole.
import { Parser } from 'htmlparser2';

export type Attributes = Readonly<Record<string, string>>;

/** What is done with the parts of a page, in the order they stand there. */
export interface TagReader {
  /**
   * A start tag. HTML's names are in small letters.
   * @returns the attributes it gets instead, or `drop` for an element without content; nothing where it stays
   */
  readonly tag: (name: string, attributes: Attributes) => Attributes | 'drop' | undefined;
  /** The text of a script that is part of the page. */
  readonly inlineScript?: (text: string) => void;
  /** Whether it is XML, where elements without content close themselves. */
  readonly xml?: boolean;
}

/** Good as HTML and as XML. */
const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The elements of HTML that have no end (https://html.spec.whatwg.org/multipage/syntax.html#void-elements). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** A start tag with other attributes. */
function startTag(source: string, attributes: Attributes, closed: boolean): string {
  const begin = /^<[^\s/>]+/.exec(source)?.[0] ?? '';
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `${begin}${written.join('')}${closed ? '/>' : '>'}`;
}

/** Changes the start tags of a page that comes piece by piece. */
export interface TagRewriter {
  /** @returns the page as far as it is settled */
  readonly write: (html: string) => string;
  /** @returns the rest of it */
  readonly end: () => string;
}

/**
 * Reads the start tags of a page and gives the page with those changed that a reader changes, and those of elements
 * without an end as HTML has them. The page has all its end tags, as Astro writes it.
 */
export function tagRewriter({ tag, inlineScript, xml = false }: TagReader): TagRewriter {
  /** What has come and is not settled yet, and where in the page that begins. */
  let open = '';
  let start = 0;
  /** Up to where in the page pieces hold it, and up to where the parser has understood it. */
  let copied = 0;
  let settled = 0;
  let pieces: string[] = [];
  let text: string | undefined;
  const between = (from: number, to: number): string => open.slice(from - start, to - start);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const lower = name.toLowerCase();
        if (lower === 'script' && attributes['src'] === undefined) text = '';
        const end = (settled = parser.endIndex + 1);
        const source = between(parser.startIndex, end);
        const closed = source.endsWith('/>');
        // Astro closes elements that in HTML have no end.
        const wrong = closed && !xml && VOID_ELEMENTS.has(lower);
        const change = tag(lower, attributes) ?? (wrong ? attributes : undefined);
        if (change === undefined) return;
        pieces.push(
          between(copied, parser.startIndex),
          change === 'drop' ? '' : startTag(source, change, closed && !wrong),
        );
        copied = end;
      },
      ontext(data) {
        settled = parser.endIndex + 1;
        if (text !== undefined) text += data;
      },
      onclosetag(name) {
        if (name.toLowerCase() !== 'script') return;
        if (text !== undefined) inlineScript?.(text);
        text = undefined;
      },
    },
    // The names in drawings keep their capitals.
    { lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  const take = (to: number): string => {
    const taken = [...pieces, between(copied, to)].join('');
    open = open.slice(to - start);
    start = copied = to;
    pieces = [];
    return taken;
  };
  return {
    write: (html) => {
      open += html;
      parser.write(html);
      return take(settled);
    },
    end: () => {
      parser.end();
      return take(start + open.length);
    },
  };
}

/** The same for a page that is there as a whole. */
export function rewriteTags(html: string, reader: TagReader): string {
  const { write, end } = tagRewriter(reader);
  return write(html) + end();
}

/** The second-level headings of a piece of a page that can be led to, with their words. */
export function sectionHeadings(html: string): { readonly id: string; readonly text: string }[] {
  const found: { id: string; text: string }[] = [];
  let open: { id: string; text: string } | undefined;
  const parser = new Parser({
    onopentag(name, { id }) {
      if (name === 'h2' && id !== undefined) found.push((open = { id, text: '' }));
    },
    ontext(data) {
      if (open) open.text += data;
    },
    onclosetag(name) {
      if (name === 'h2') open = undefined;
    },
  });
  parser.end(html);
  return found;
}
