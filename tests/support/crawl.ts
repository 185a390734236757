// Crawls a built site: reads every page and style sheet in the folder and follows every address. Imports nothing from
// src/, so that a mistake there cannot hide itself.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';

/** Attributes whose address the browser fetches by itself (https://html.spec.whatwg.org/multipage/indices.html#attributes-3). */
const FETCHED = [
  ['[src]', 'src'],
  ['[poster]', 'poster'],
  ['[background]', 'background'],
  ['object[data]', 'data'],
  ['link[href]:not([rel~="canonical"]):not([rel~="alternate"])', 'href'],
  ['use, image, feImage, pattern, linearGradient, radialGradient', 'href'],
  ['use, image, feImage, pattern, linearGradient, radialGradient', 'xlink:href'],
] as const;

/** Attributes whose address the reader follows. */
const FOLLOWED = [
  ['a[href], area[href]', 'href'],
  ['form[action]', 'action'],
  ['[formaction]', 'formaction'],
  ['[cite]', 'cite'],
  ['link[rel~="alternate"]', 'href'],
] as const;

interface Page {
  readonly path: string;
  readonly $: CheerioAPI;
  readonly ids: ReadonlySet<string>;
}

/** Every file below a folder, with forward slashes. */
function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(dir, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** The values of an attribute, as written in the page. */
function values($: CheerioAPI, selector: string, attribute: string): string[] {
  return $(selector)
    .get()
    .flatMap((element) => $(element).attr(attribute) ?? []);
}

/** The addresses in a piece of CSS: `url(…)` and `@import`. */
function cssAddresses(css: string): string[] {
  const text = css.replace(/\/\*.*?\*\//gs, '');
  const found = text.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+["']([^"']+)["']/g);
  return [...found].map((match) => match.slice(1).find((part) => part !== undefined) ?? '');
}

/** The sources of each directive of a policy. */
export const directives = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return [name, sources] as const;
    }),
  );

/** What a page's content-security policy would refuse of the page, and what the policy should not allow. */
function policyProblems({ $ }: Page): string[] {
  const metas = $('meta[http-equiv="content-security-policy" i]');
  if (metas.length !== 1) return [`${metas.length} content-security policies`];
  const policy = metas.attr('content') ?? '';
  const allowed = directives(policy);
  const problems: string[] = [];
  if (metas.prevAll('script, style, link').length > 0)
    problems.push('the policy stands after what it governs');
  for (const source of policy.split(/[;\s]+/)) {
    if (/^'unsafe-(?!hashes)|^\*|^https?:|^[a-z\d.-]+\.[a-z]+$/i.test(source))
      problems.push(`the policy allows ${source}`);
  }
  const inline = (selector: string, directive: string): void => {
    for (const element of $(selector).get()) {
      const text = $(element).text();
      const hash = createHash('sha256').update(text).digest('base64');
      if (!(allowed.get(directive) ?? allowed.get('default-src') ?? ['*']).includes(`'sha256-${hash}'`))
        problems.push(`inline ${directive.slice(0, -4)} without a hash: ${text.trim().slice(0, 40)}`);
    }
  };
  inline('script:not([src]):not([type="application/json"]):not([type="application/ld+json"])', 'script-src');
  inline('style', 'style-src');
  for (const element of $('*').get())
    for (const name of Object.keys($(element).attr() ?? {}))
      if (name === 'style' || /^on/.test(name))
        problems.push(`inline ${name} on ${$(element).prop('tagName')?.toLowerCase()}`);
  if ($('base').length > 0) problems.push('a base element');
  if ($('meta[http-equiv="refresh" i]').length > 0) problems.push('a refresh');
  return problems;
}

/** The result of crawling a site. */
export interface Crawl {
  /** Each problem with the file it is in. */
  readonly problems: readonly string[];
  /** The pages that can be reached from index.html. */
  readonly reached: ReadonlySet<string>;
  readonly pages: readonly string[];
  /** Follows an address from a page. @returns the problem, if any */
  readonly follow: (from: string, address: string) => string | undefined;
}

/**
 * Reads every page and every style sheet of a site and follows all their addresses.
 * @param dir the built site
 * @param site its public address, if it was built with one: its 404 page may then name full paths
 */
export function crawl(dir: string, site?: URL): Crawl {
  const files = new Set(filesOf(dir));
  const folders = new Set([...files].flatMap((path) => [path.replace(/[^/]*$/, '')]));
  const pages = new Map<string, Page>();
  for (const path of files) {
    if (!path.endsWith('.html')) continue;
    const $ = load(readFileSync(join(dir, path), 'utf8'));
    pages.set(path, { path, $, ids: new Set(values($, '[id]', 'id')) });
  }

  /** An address as it is seen from the site's root, if the 404 page may name it in full. */
  const unrooted = (from: string, address: string): string =>
    from === '404.html' && site && address.startsWith(site.pathname)
      ? address.slice(site.pathname.length)
      : address;
  /** The decoded path and anchor that an address leads to inside the site. */
  const target = (from: string, address: string): { path: string; anchor: string } => {
    const base = `file:///site/${from.split('/').map(encodeURIComponent).join('/')}`;
    const { pathname, hash } = new URL(unrooted(from, address), base);
    const path = decodeURIComponent(pathname).replace(/^\/site\//, '');
    return { path, anchor: decodeURIComponent(hash.slice(1)) };
  };
  const follow = (from: string, address: string): string | undefined => {
    if (unrooted(from, address).startsWith('/')) return 'is absolute';
    const { path, anchor } = target(from, address);
    if (folders.has(path) || folders.has(`${path}/`)) return 'leads to a folder';
    if (!files.has(path)) return 'leads to no file';
    const page = pages.get(path);
    return anchor !== '' && page && !page.ids.has(anchor) ? 'leads to no anchor' : undefined;
  };

  const problems: string[] = [];
  const check = (from: string, address: string, fetched: boolean): void => {
    const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(address) ?? [];
    let wrong: string | undefined;
    if (scheme === undefined) wrong = follow(from, address);
    else if (fetched) wrong = scheme === 'data' ? undefined : 'is loaded from elsewhere';
    else if (!['https', 'mailto'].includes(scheme)) wrong = 'is no link for a page';
    else if (site && address.startsWith(site.href)) wrong = 'is absolute';
    if (wrong) problems.push(`${from}: ${address} ${wrong}`);
  };

  for (const page of pages.values()) {
    const { path, $ } = page;
    for (const [selector, attribute] of FETCHED)
      for (const address of values($, selector, attribute)) check(path, address, true);
    for (const [selector, attribute] of FOLLOWED)
      for (const address of values($, selector, attribute)) check(path, address, false);
    for (const attribute of ['srcset', 'imagesrcset'])
      for (const set of values($, `[${attribute}]`, attribute))
        for (const part of set.split(/,\s+/)) check(path, part.trim().split(/\s+/)[0] ?? '', true);
    // Styles in attributes are forbidden, so that only elements can hold addresses.
    for (const address of cssAddresses($('style').text())) check(path, address, true);
    problems.push(...policyProblems(page).map((problem) => `${path}: ${problem}`));
  }
  for (const path of [...files].filter((file) => file.endsWith('.css')))
    for (const address of cssAddresses(readFileSync(join(dir, path), 'utf8'))) check(path, address, true);

  const reached = new Set<string>(['index.html']);
  for (const from of reached) {
    const page = pages.get(from);
    for (const address of page ? values(page.$, 'a[href]', 'href') : [])
      if (!/^[a-z]+:/i.test(address)) reached.add(target(from, address).path);
  }
  return {
    problems,
    reached: new Set([...reached].filter((path) => pages.has(path))),
    pages: [...pages.keys()],
    follow,
  };
}
