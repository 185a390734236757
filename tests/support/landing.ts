// Follows the links to places within pages, as a visitor with ordinary motion does, and says which end elsewhere: a target
// has to end in the upper third of the window, or on the last screen of its page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openFirst, type Visitor } from './journey.ts';
import { KINDS, PAGES } from './kinds.ts';
import { DIST } from './project.ts';
import { hrefs, parse } from './site.ts';

/** Follows links of the page in turn, and waits each time until the page stands still. Runs in the page. */
async function follow(addresses: readonly string[]): Promise<string[]> {
  // The script of the page, which unfolds sections, comes after the first paint.
  while (!customElements.get('theme-switch')) await new Promise(requestAnimationFrame);
  await document.fonts.ready;
  const wrong: string[] = [];
  for (const address of addresses) {
    const target = document.getElementById(decodeURIComponent(address.slice(1)));
    const landed = (): boolean => {
      const top = target?.getBoundingClientRect().top ?? Number.NaN;
      const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
      return top > -1 && top < innerHeight / (atEnd ? 1 : 3);
    };
    if (location.hash !== address) {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      link.remove();
    }
    let still = 0;
    // In place and at rest, or at rest for so many frames that nothing moves any more.
    for (let before = -1; still < (landed() ? 3 : 120); before = scrollY) {
      await new Promise(requestAnimationFrame);
      still = scrollY === before ? still + 1 : 0;
    }
    if (!landed()) wrong.push(`${address} at ${target?.getBoundingClientRect().top} of ${innerHeight} px`);
  }
  return wrong;
}

/** The address of the page that is open; empty while it changes. */
const address = (visitor: Visitor): Promise<string> => visitor.ask(() => location.href).catch(() => '');

// Puppeteer's own functions wait for a load event, which Firefox does not give for every step within a page.
const back = (visitor: Visitor): Promise<void> => visitor.ask(() => void setTimeout(() => history.back()));

async function reload(visitor: Visitor): Promise<void> {
  await visitor.ask(() => {
    document.documentElement.dataset['left'] = '';
    setTimeout(() => location.reload());
  });
  const loaded = (): boolean =>
    document.readyState === 'complete' && !('left' in document.documentElement.dataset);
  await expect.poll(() => visitor.ask(loaded).catch(() => false)).toBe(true);
}

const lands = async (visitor: Visitor, path: string, addresses: readonly string[]): Promise<string[]> =>
  (await visitor.ask(follow, addresses)).map((what) => `${path}${what}`);

const html = (path: string): string => readFileSync(join(DIST, path), 'utf8');

/** The pages with a list of contents, one of each kind. */
export const WITH_CONTENTS: readonly string[] = KINDS.filter((path) =>
  html(path).includes('class="contents folded"'),
);

/** The first, the middle and the last of some addresses. */
export const threeOf = (all: readonly string[]): [string, string, string] => {
  const at = (part: number): string => all[Math.floor(part * (all.length - 1))] ?? '';
  return [at(0), at(0.5), at(1)];
};

/** Entries of the list of contents of a page, then a step back and a reload. */
async function contents(visitor: Visitor, root: string, path: string, every: boolean): Promise<string[]> {
  const all = hrefs(parse(path)('.contents.folded a'));
  const entries = every ? all : threeOf(all);
  // Not one on the last screen, where Back returns to a place that depends on what is unfolded below.
  const middle = Math.floor(entries.length / 2);
  const before = entries.slice(middle, middle + 1);
  await visitor.open(root + path);
  const wrong = await lands(visitor, path, [...entries, ...before, ...entries.slice(-1)]);
  await back(visitor);
  await expect.poll(() => address(visitor)).toBe(root + path + before.join(''));
  wrong.push(...(await lands(visitor, `back on ${path}`, before)));
  await reload(visitor);
  return [...wrong, ...(await lands(visitor, `reloaded ${path}`, before))];
}

/** The pages of sources, the longest ledger first, each with the anchors of its rows. */
const ledgersByLength = (): { path: string; rows: string[] }[] =>
  PAGES.filter((path) => path.startsWith('sources/') && path !== 'sources/index.html')
    .map((path) => ({
      path,
      rows: [...html(path).matchAll(/<li id="(r\d+)"/g)].map(([, id]) => `#${id}`),
    }))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => b.rows.length - a.rows.length);

/** A row at the start, in the middle and at the end of ledgers: by its full address, and from within the page. */
async function rows(visitor: Visitor, root: string, ledgers: number): Promise<string[]> {
  const wrong: string[] = [];
  for (const { path, rows: ids } of ledgersByLength().slice(0, ledgers)) {
    const [first, middle, last] = threeOf(ids);
    await visitor.open(root + path + middle);
    wrong.push(...(await lands(visitor, path, [middle, last, first])));
  }
  return wrong;
}

/** Clicks on a note mark, then follows the note to its row. Runs in the page. @returns the address of the row, and what is wrong */
async function openNote(index: number): Promise<{ row: string; wrong: string }> {
  // The script of the page, which opens notes, comes after the first paint.
  while (!customElements.get('theme-switch')) await new Promise(requestAnimationFrame);
  const cite = document.querySelectorAll('.prose .cite')[index];
  const mark = cite?.querySelector<HTMLAnchorElement>('sup a');
  mark?.focus();
  const note = cite?.querySelector('.sidenote');
  if (!mark || !note) return { row: '', wrong: `there is no note ${index}` };
  const atRest = async (): Promise<void> => {
    for (let still = 0, before = -1; still < 5 || document.readyState !== 'complete'; before = scrollY) {
      await new Promise(requestAnimationFrame);
      still = scrollY === before ? still + 1 : 0;
    }
  };
  await atRest();
  mark.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { top } = mark.getBoundingClientRect();
  mark.click();
  await atRest();
  const moved = Math.abs(mark.getBoundingClientRect().top - top);
  const shown = note.getBoundingClientRect();
  const wrong: string[] = [];
  if (moved >= 2) wrong.push(`the sentence moved by ${moved} px`);
  if (shown.height === 0 || shown.top >= innerHeight || shown.bottom <= 0)
    wrong.push('the note is out of sight');
  if (getComputedStyle(note).backgroundColor === 'rgba(0, 0, 0, 0)') wrong.push('the note is not lit up');
  const row = note.querySelector<HTMLAnchorElement>('a.row');
  setTimeout(() => row?.click());
  return { row: row?.href ?? '', wrong: wrong.join(', ') };
}

const CITED = 'questions/aim-of-the-may-raid.html';

/** Some notes: from the mark to the note, to the row of the ledger, and back to the sentence. */
async function notes(visitor: Visitor, root: string, count: number): Promise<string[]> {
  const wrong: string[] = [];
  const all = parse(CITED)('.prose .cite').length;
  await visitor.open(root + CITED);
  for (let each = 0; each < count; each += 1) {
    const index = Math.floor((each * (all - 1)) / (count - 1));
    const { row, wrong: fault } = await visitor.ask(openNote, index);
    if (fault) wrong.push(`note ${index}: ${fault}`);
    await expect.poll(() => address(visitor)).toBe(row);
    wrong.push(...(await lands(visitor, '', [new URL(row).hash])));
    await back(visitor);
    await expect.poll(() => address(visitor)).toContain(CITED);
    const inView = (at: number): boolean => {
      const top = document.querySelectorAll('.prose .cite')[at]?.getBoundingClientRect().top ?? -1;
      return top > 0 && top < innerHeight;
    };
    await expect.poll(() => visitor.ask(inView, index)).toBe(true);
  }
  return wrong;
}

/** A result of the search that is a row of a ledger. */
async function result(visitor: Visitor, root: string): Promise<string[]> {
  await visitor.open(`${root}index.html`);
  await visitor.press('/');
  await expect.poll(() => visitor.ask(() => document.activeElement?.tagName)).toBe('INPUT');
  await visitor.enter('purportedly checkpoint');
  const row = '.search-results:not([aria-busy]) .result-link[href*="#r"]';
  await expect.poll(() => visitor.ask((sought) => document.querySelector(sought) !== null, row)).toBe(true);
  const found = await visitor.ask((sought) => {
    const link = document.querySelector<HTMLAnchorElement>(sought);
    setTimeout(() => link?.click());
    return link?.href ?? '';
  }, row);
  await expect.poll(() => address(visitor)).toBe(found);
  return lands(visitor, found.slice(root.length).replace(/#.*/, ''), [new URL(found).hash]);
}

/** How many of all walks to make. */
interface Extent {
  /** How many walks at once: pages in the background of Firefox get no frames, so that its walks wait for one another. */
  readonly atOnce: number;
  /** True for every entry of each list of contents, 10 notes and 6 ledgers; else 3 entries, 4 notes and 2 ledgers. */
  readonly every: boolean;
  /** The pages whose lists of contents to follow. */
  readonly lists: readonly string[];
}

/**
 * Follows all of them, each walk in a page of its own.
 * @returns a line for each link that ends elsewhere
 */
export async function landings(
  page: () => Promise<Visitor>,
  root: string,
  { atOnce, every, lists }: Extent,
): Promise<string[]> {
  const walks = [
    (visitor: Visitor) => notes(visitor, root, every ? 10 : 4),
    (visitor: Visitor) => rows(visitor, root, every ? 6 : 2),
    (visitor: Visitor) => result(visitor, root),
    ...lists.map((path) => (visitor: Visitor) => contents(visitor, root, path, every)),
  ];
  // Load the fonts into the cache first: on a page whose fonts come too late, Back restores a distance in pixels that
  // belongs to other text.
  await openFirst(await page(), root);
  const wrong: string[] = [];
  const walked = async (): Promise<void> => {
    for (let walk = walks.shift(); walk; walk = walks.shift()) wrong.push(...(await walk(await page())));
  };
  await Promise.all(Array.from({ length: atOnce }, walked));
  return wrong;
}
