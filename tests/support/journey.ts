// One reader's way through the site, the same by every transport and in every browser: reads pages, switches the
// theme, opens a note and a preview, searches, narrows and follows a result.
import { expect, type Page } from '@playwright/test';
import { open } from './browser.ts';
import { KINDS, PAGES } from './kinds.ts';

/** What the journey needs of a library that drives a browser. */
export interface Visitor {
  open(address: string): Promise<unknown>;
  address(): string;
  /** Runs a function in the page. */
  ask<Answer, Value>(question: (value: Value) => Answer, value?: Value): Promise<Awaited<Answer>>;
  press(key: string): Promise<void>;
  /** Enters a text in the field that has the focus. */
  enter(text: string): Promise<void>;
  /** Clicks the first element that a selector finds. */
  click(selector: string): Promise<void>;
}

/** Adapts a page of Playwright. */
export const visitor = (page: Page): Visitor => ({
  open: (address) => open(page, address),
  address: () => page.url(),
  ask: (question, value) => page.evaluate(question as never, value),
  press: (key) => page.keyboard.press(key),
  // At once, as pasting does: searches for the beginnings of a word load other parts of the index.
  enter: (text) => page.keyboard.insertText(text),
  click: (selector) => page.locator(selector).first().click(),
});

/** A screen on which notes open in place. */
export const SCREEN = { width: 1000, height: 800 };

/** A result as it is shown; its address is seen from the site's root. */
export interface Result {
  readonly kind: string;
  readonly title: string;
  readonly address: string;
  readonly chain: string;
  readonly excerpt: string;
}

/** One page in each depth of folders: addresses are relative, so that only the depth differs on a server. */
const DEPTHS = [...Map.groupBy(PAGES, (path) => path.split('/').length).values()].flatMap((paths) =>
  paths.slice(-1),
);

const QUERIES = ['Graivoron', 'drones Moscow', 'evacuation'];

/**
 * Opens the first page of a reader, which has no fonts of the site and fetches them for the next (src/scripts/fonts.ts), and
 * waits for them. From disk, the first page has them too.
 */
export async function openFirst(visitor: Visitor, root: string): Promise<void> {
  await visitor.open(`${root}index.html`);
  const fetched = (): boolean => localStorage['fonts'] === '1';
  if (root.startsWith('http')) await expect.poll(() => visitor.ask(fetched)).toBe(true);
}

/**
 * Opens a page and checks everything in it that a browser could refuse to load. The reader has opened another page before:
 * the first one has no fonts of the site (src/scripts/early.ts).
 */
async function reads(visitor: Visitor, address: string): Promise<void> {
  // On a busy machine the fonts may come after the first frame of a page, which then has none; a later load has them in time.
  await expect(() => readsWithFonts(visitor, address)).toPass();
}

async function readsWithFonts(visitor: Visitor, address: string): Promise<void> {
  await visitor.open(address);
  const page = await visitor.ask(async () => {
    await document.fonts.ready;
    // The fallbacks are local fonts, which a reader may not have.
    const faces = [...document.fonts].filter(({ family }) => !family.includes('Fallback'));
    return {
      heading: document.querySelector('h1')?.innerText ?? '',
      styled: getComputedStyle(document.documentElement).getPropertyValue('--serif').includes('Site Serif'),
      faces: [...new Set(faces.filter(({ status }) => status === 'loaded').map(({ family }) => family))],
      refused: faces.filter(({ status }) => status === 'error').length,
      broken: [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length,
      // The page's script shows the switch.
      scripts: document.querySelector('theme-switch:defined') !== null,
    };
  });
  expect(page, address).toMatchObject({ styled: true, refused: 0, broken: 0, scripts: true });
  expect(page.heading, address).not.toBe('');
  // Firefox keeps the quotation marks of the style sheet. From disk the faces have names of their own (fonts.css).
  expect(page.faces.join(), address).toMatch(/Site Serif|Disk Serif/);
  expect(page.faces.join(), address).toMatch(/Site Sans|Disk Sans/);
}

const ground = (visitor: Visitor): Promise<string> =>
  visitor.ask(() => getComputedStyle(document.body).backgroundColor);

/**
 * Switches the theme and goes on to another page.
 * @param attempts how often to try again where the browser has lost what the page stored. From disk each page has a
 *   process of its own, and a busy Chromium may end the process before what the page stored has left it.
 */
async function switchesTheme(visitor: Visitor, root: string, attempts: number): Promise<void> {
  await visitor.open(`${root}index.html`);
  const before = await ground(visitor);
  await visitor.click('.theme-button');
  await expect.poll(() => ground(visitor)).not.toBe(before);
  const chosen = await ground(visitor);
  await visitor.click('.site-nav a[href$="questions/index.html"]');
  await expect.poll(() => visitor.address()).toBe(`${root}questions/index.html`);
  const stored = await visitor.ask(() => localStorage.getItem('theme'));
  if (stored === null && attempts > 1) return switchesTheme(visitor, root, attempts - 1);
  // The address changes before the styles are loaded.
  await expect.poll(() => ground(visitor), 'the choice lasts on the next page').toBe(chosen);
}

async function opensNotes(visitor: Visitor, root: string): Promise<void> {
  await visitor.open(`${root}events/belgorod-raid-may-2023.html`);
  const note = (): Promise<string> =>
    visitor.ask(() => {
      const element = document.querySelector('.prose .cite .sidenote');
      return element ? getComputedStyle(element).display : 'missing';
    });
  const focus = (selector: string): Promise<void> =>
    visitor.ask((sought) => document.querySelector<HTMLElement>(sought)?.focus(), selector);
  expect(await note()).toBe('none');
  await focus('.prose .cite a');
  await expect.poll(note, 'a note opens on focus').toBe('block');
  await visitor.press('Escape');
  await expect.poll(note, 'and closes').toBe('none');

  const preview = (): Promise<string> =>
    visitor.ask(() => {
      const link = document.querySelector('.prose a[data-preview]');
      return link ? getComputedStyle(link, '::before').content : 'missing';
    });
  expect(await preview()).toBe('none');
  await focus('.prose a[data-preview]');
  await expect.poll(preview, 'a preview opens on focus').not.toBe('none');
}

/** The results that are shown. A report has its statement as a title, without the voice. */
const results = (visitor: Visitor, root: string): Promise<Result[]> =>
  visitor.ask((start) => {
    const items = [...document.querySelectorAll('.result')];
    return items.map((item) => {
      const text = (selector: string): string => item.querySelector(selector)?.textContent ?? '';
      return {
        kind: text('.result-kind'),
        title: text('.result-link').replace(text('.result-voice'), ''),
        address: item.querySelector<HTMLAnchorElement>('.result-link')?.href.slice(start.length) ?? '',
        chain: text('.result-chain'),
        excerpt: text('.result-excerpt'),
      };
    });
  }, root);

/** Searches in the open dialogue. @returns the first results */
async function searches(visitor: Visitor, root: string, query: string): Promise<Result[]> {
  const answered = (): Promise<string | undefined> =>
    visitor.ask(
      () => document.querySelector<HTMLElement>('dialog .search-results:not([aria-busy])')?.dataset['query'],
    );
  await visitor.ask(() => document.querySelector<HTMLInputElement>('dialog input')?.select());
  await visitor.enter(query);
  await expect.poll(answered).toBe(query);
  const found = await results(visitor, root);
  expect(found.length).toBeGreaterThan(2);
  return found.slice(0, 3);
}

/** Narrows the results to reports, and follows the first to its row in the ledger. */
async function narrowsAndFollows(visitor: Visitor, root: string): Promise<void> {
  await visitor.click('dialog .facet summary');
  await visitor.click('dialog .facet input[value="Report"]');
  await visitor.click('dialog .facet summary');
  const kinds = async (): Promise<string[]> => [
    ...new Set((await results(visitor, root)).map(({ kind }) => kind)),
  ];
  await expect.poll(kinds).toEqual(['Report']);
  const [followed] = await results(visitor, root);
  expect(followed?.address).toMatch(/^sources\/[^#]+\.html#r\d+$/);
  await visitor.click('dialog .result-link');
  await expect.poll(() => visitor.address()).toBe(root + (followed?.address ?? ''));
  const row = (): Promise<{ text: string; seen: boolean }> =>
    visitor.ask(() => {
      const element = document.querySelector(location.hash);
      const { top, bottom } = element?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return { text: element?.textContent ?? '', seen: top < innerHeight && bottom > 0 };
    });
  await expect.poll(async () => (await row()).seen, 'the row is in view').toBe(true);
  expect((await row()).text).toContain(followed?.title);
}

/**
 * Makes some searches, and leaves the dialogue open at the last.
 * @param root the address of the site's root, with a slash at its end
 * @returns the first results of each, to compare with those of another transport
 */
export async function findings(visitor: Visitor, root: string): Promise<Record<string, Result[]>> {
  await visitor.open(`${root}events/index.html`);
  await visitor.press('/');
  const ready = (): Promise<boolean> =>
    visitor.ask(() => document.activeElement?.matches('dialog input') === true);
  await expect.poll(ready, 'search is ready to type').toBe(true);
  const found: Record<string, Result[]> = {};
  for (const query of QUERIES) found[query] = await searches(visitor, root, query);
  expect(found['Graivoron']?.map(({ address }) => address)).toContain('places/grayvoron.html');
  return found;
}

/**
 * Reads a page at each depth of folders, and searches.
 * @param root the address of the site's root, with a slash at its end
 * @returns what its searches found
 */
export async function visit(visitor: Visitor, root: string): Promise<Record<string, Result[]>> {
  await openFirst(visitor, root);
  for (const path of DEPTHS) await reads(visitor, root + path);
  return findings(visitor, root);
}

/**
 * Makes the whole journey.
 * @param root the address of the site's root, with a slash at its end
 * @returns what its searches found
 * @throws where anything is not as a reader should find it
 */
export async function journey(visitor: Visitor, root: string): Promise<Record<string, Result[]>> {
  const fromDisk = root.startsWith('file:');
  // From disk a browser refuses some of what a page may load from a server: there each kind of page is read. The search
  // page comes last: it would still be loading its index when the reader leaves it.
  const read = fromDisk ? KINDS.filter((path) => path !== 'search.html') : DEPTHS;
  await openFirst(visitor, root);
  for (const path of read) await reads(visitor, root + path);
  await switchesTheme(visitor, root, fromDisk ? 8 : 1);
  await opensNotes(visitor, root);
  const found = await findings(visitor, root);
  await narrowsAndFollows(visitor, root);

  await visitor.open(`${root}search.html?q=Kozina`);
  const addresses = async (): Promise<string[]> =>
    (await results(visitor, root)).map(({ address }) => address);
  await expect.poll(addresses, 'the search page searches too').toContain('places/kozinka.html');
  return found;
}
