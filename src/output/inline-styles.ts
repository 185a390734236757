// Puts the style sheets that pages link into the pages, so that the first paint waits for no request but the page.
// Astro's `build.inlineStylesheets` reaches only the sheets that a page imports, not those that its components link.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attributes } from './tag-rewriter.ts';

/** True for the link of a sheet that a browser applies on a screen as soon as it reads the link. */
export const isForScreen = ({ rel, media, disabled }: Attributes): boolean =>
  rel === 'stylesheet' && media === undefined && disabled === undefined;

/** Returns the text of a sheet; its address is from the site's root. */
export type SheetReader = (address: string) => string;

/** Reads the sheets of a built site, each once. The addresses in them come out from the site's root. */
export function sheetReader(dir: string): SheetReader {
  const texts = new Map<string, string>();
  return (address) => {
    const folder = address.replace(/[^/]*$/, '');
    const text =
      texts.get(address) ??
      readFileSync(join(dir, address), 'utf8')
        .trim()
        .replaceAll(/\burl\((?!["']?(?:data:|#|\/))(["']?)/g, `url($1${folder}`);
    texts.set(address, text);
    return text;
  };
}

/**
 * Joins sheets into the text of one style element.
 * @param locate makes an address from the site's root one that leads there from the page
 */
export const styleText = (sheets: readonly string[], locate: (address: string) => string): string =>
  sheets
    .join('')
    .replaceAll(
      /\burl\((["']?)(\/[^"')]+)/g,
      (_match, quote: string, address: string) => `url(${quote}${locate(address)}`,
    );
