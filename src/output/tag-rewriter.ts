// Reads the start tags of a page and changes some of them. No tree is built: all other bytes stay as Astro wrote them.
import { Parser } from 'htmlparser2';

export type Attributes = Readonly<Record<string, string>>;

/** Functions to call for the parts of a page, in document order. */
export interface TagReader {
  /**
   * Called for each start tag.
   * @param name in lower case
   * @returns the new attributes; `drop` to remove an element without content; `undefined` to leave the tag
   */
  readonly tag: (name: string, attributes: Attributes) => Attributes | 'drop' | undefined;
  /** Called with the text of each inline script that runs. */
  readonly inlineScript?: (text: string) => void;
}

/** The elements without an end tag (https://html.spec.whatwg.org/multipage/syntax.html#void-elements). */
const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** True for a script element that holds data: policies apply to scripts that run. */
const isData = ({ type }: Attributes): boolean => /json$/.test(type ?? '');

/** Writes a start tag with other attributes. @param source the tag as it was */
function startTag(source: string, attributes: Attributes, selfClosing: boolean): string {
  const begin = /^<[^\s/>]+/.exec(source)?.[0] ?? '';
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `${begin}${written.join('')}${selfClosing ? '/>' : '>'}`;
}

/**
 * Reads the start tags of a page in one pass.
 * @param html a page with all its end tags, as Astro writes it
 * @returns the page with the tags that the reader changed, and with void elements as HTML has them (`<br>`, not `<br/>`)
 */
export function rewriteTags(html: string, { tag, inlineScript }: TagReader): string {
  const pieces: string[] = [];
  /** The page up to here is in `pieces`. */
  let copied = 0;
  /** The text of the inline script that is being read. */
  let script: string | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const lower = name.toLowerCase();
        if (lower === 'script' && attributes['src'] === undefined && !isData(attributes)) script = '';
        const end = parser.endIndex + 1;
        const source = html.slice(parser.startIndex, end);
        const selfClosing = source.endsWith('/>');
        const isVoid = VOID_ELEMENTS.has(lower);
        const change = tag(lower, attributes) ?? (selfClosing && isVoid ? attributes : undefined);
        if (change === undefined) return;
        pieces.push(html.slice(copied, parser.startIndex));
        if (change !== 'drop') pieces.push(startTag(source, change, selfClosing && !isVoid));
        copied = end;
      },
      ontext(data) {
        if (script !== undefined) script += data;
      },
      onclosetag(name) {
        if (name.toLowerCase() !== 'script' || script === undefined) return;
        inlineScript?.(script);
        script = undefined;
      },
    },
    // SVG has names with capitals (`viewBox`).
    { lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.end(html);
  return pieces.join('') + html.slice(copied);
}
