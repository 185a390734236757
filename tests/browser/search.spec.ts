// Search on the real site: the dialogue and the search page, with and without a mouse, with and without JavaScript.
// The journey (ways.spec.ts) follows a report among the results to its row; what queries mean is in
// tests/unit/search-query.test.ts.
import type { Locator, Page } from '@playwright/test';
import { indexAddress } from '../../src/archive/addresses.ts';
import { dateOrder } from '../../src/model/dates.ts';
import { ENTRY_COLLECTIONS } from '../../src/model/references.ts';
import { COLOURS, violations } from '../support/axe.ts';
import { expect, hold, open, test } from '../support/browser.ts';
import { exported } from '../support/exported.ts';
import {
  answered,
  count,
  narrow,
  paths,
  results,
  search,
  searchDialogue,
  searchLink,
  status,
} from '../support/search.ts';
import { ABSENT, QUERIES } from './search-queries.ts';

const field = (place: Locator): Locator => place.getByRole('searchbox');

test('no file of search is loaded before the reader opens it', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().slice(site.length)));
  await open(page, 'index.html');
  expect(asked).toContain('index.html');
  expect(asked.filter((path) => path.startsWith('search/'))).toEqual([]);
  await search(page, 'Gladkov');
  expect(asked).toContain('search/search.js');
});

/** What a query brings: what is said of it, and where its first three results lead. */
interface Found {
  readonly said: string;
  readonly paths: readonly string[];
}

/** Types queries one after another into an open dialogue, within the page, which is faster than from without. */
async function askAll(page: Page, site: string, queries: readonly string[]): Promise<Found[]> {
  const dialogue = searchDialogue(page);
  if (!(await dialogue.isVisible())) await page.keyboard.press('/');
  await expect(dialogue.getByLabel('Sort')).toBeVisible();
  return dialogue.evaluate(
    async (box, { asked, start }) => {
      const input = box.querySelector('input');
      const list = box.querySelector<HTMLElement>('.search-results');
      if (!input || !list) throw new Error('The dialogue has no field or no list.');
      const found = [];
      for (const query of asked) {
        input.value = query;
        const shown = new Promise<void>((resolve) => {
          new MutationObserver((_changes, observer) => {
            if (list.dataset['query'] !== query) return;
            observer.disconnect();
            resolve();
          }).observe(list, { attributeFilter: ['data-query'] });
        });
        input.dispatchEvent(new Event('input'));
        await shown;
        const links = [...list.querySelectorAll<HTMLAnchorElement>('.result-link')].slice(0, 3);
        found.push({
          said: box.querySelector('[role=status]')?.textContent ?? '',
          paths: links.map((link) => link.href.slice(start.length)),
        });
      }
      return found;
    },
    { asked: queries, start: site },
  );
}

test('of the queries of readers, 95 in 100 have a right page among the first 3', async ({ page, site }) => {
  await open(page, 'index.html');
  const queries = QUERIES.map(({ query }) => query);
  const found = await askAll(page, site, queries);
  const wrong = QUERIES.flatMap(({ query, pages }, index) => {
    const first = found[index]?.paths ?? [];
    return first.some((path) => pages.includes(path)) ? [] : `${query}: ${first.join(', ')}`;
  });
  expect(QUERIES.length).toBeGreaterThanOrEqual(80);
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(QUERIES.length * 0.05);

  const named = await askAll(
    page,
    site,
    ABSENT.map(({ query }) => query),
  );
  for (const [index, { query, absent }] of ABSENT.entries()) {
    const words = absent.map((word) => `“${word}”`).join(' and ');
    expect.soft(named[index]?.said, query).toContain(`No text here has ${words}.`);
  }
  const others = ['Legion Azov', 'Belgarod', 'Bakhmut uniforms fixity', 'Podoliak', '22 May'];
  const [rest, spelt, most, known, day] = await askAll(page, site, others);
  expect(rest?.said).toMatch(/\d+ results for “legion”$/);
  expect(spelt?.said).toContain('No text here has “Belgarod”: searched for “Belgorod” instead.');
  expect(most?.said).toContain('these have most of them');
  expect(known?.said).toContain('No text here has “Podoliak”: searched for “Mykhailo Podolyak” instead.');
  // The event of the day with the most reports.
  expect(day?.paths[0]).toBe('events/belgorod-raid-may-2023.html');

  // One query has one answer, whatever was searched before.
  const same = ['be', 'Belgarod', 'evacu', 'po'];
  const later = await askAll(page, site, same);
  for (const [index, query] of same.entries()) {
    await open(page, 'index.html');
    expect(await askAll(page, site, [query])).toEqual([later[index]]);
  }
});

test('a click, the slash and Control with K open it, and Escape gives the focus back', async ({ page }) => {
  await open(page, 'terms/cross-border-raid.html');
  const dialogue = searchDialogue(page);
  const link = searchLink(page);
  for (const open of ['click', '/', 'Control+k']) {
    await link.focus();
    await (open === 'click' ? link.click() : page.keyboard.press(open));
    await expect(field(dialogue), open).toBeFocused();
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    await expect(dialogue, open).toBeHidden();
    await expect(link, open).toBeFocused();
  }
  // The reader has clicked into the text: the next step with Tab goes on from there.
  const paragraph = page.locator('.prose p').first();
  await paragraph.click({ position: { x: 2, y: 2 } });
  const scrolled = await page.evaluate(() => scrollY);
  await page.keyboard.press('/');
  await expect(field(dialogue)).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await page.keyboard.press('Tab');
  const goesOn = await paragraph.evaluate((text) => {
    const after = Node.DOCUMENT_POSITION_FOLLOWING;
    return (text.compareDocumentPosition(document.activeElement ?? document) & after) !== 0;
  });
  expect(goesOn).toBe(true);
});

test('on a slow line no keystroke is lost, and Enter opens the first result', async ({ page, site }) => {
  const letScriptCome = await hold(page, /\/search\/search\.js$/);
  await open(page, 'index.html');
  await page.keyboard.type('/Gladkov');
  await expect(field(searchDialogue(page))).toHaveValue('Gladkov');
  await page.keyboard.press('Enter');
  letScriptCome();
  await expect(page).toHaveURL(`${site}people/gladkov.html`);
});

test('what a reader types from the slash on waits for the script of the page', async ({ page }) => {
  const letScriptCome = await hold(page, /\/site\.[^/]*\.js$/);
  await page.goto('index.html', { waitUntil: 'commit' });
  await expect(page.locator('.site-footer')).toBeAttached();
  await page.keyboard.type('x/Glad');
  expect(await page.evaluate(() => document.documentElement.dataset['keys'])).toBe('/Glad');
  letScriptCome();
  await expect(field(searchDialogue(page))).toHaveValue('Glad');
  await page.keyboard.type('kov');
  await expect(results(searchDialogue(page)).first()).toContainText('Gladkov');
});

test('facets take several values, count, and survive Back and a reload', async ({ page, site }) => {
  await open(page, 'events/index.html');
  const dialogue = await search(page, 'Belgorod');
  const all = await count(dialogue);
  await narrow(dialogue, 'Kind', 'Question');
  await expect.poll(() => count(dialogue)).toBeLessThan(all);
  const questions = await count(dialogue);
  await narrow(dialogue, 'Kind', 'Event');
  await expect.poll(() => count(dialogue)).toBeGreaterThan(questions);
  const both = await count(dialogue);
  const found = await paths(dialogue, site);
  expect(found.filter((path) => !/^(?:questions|events)\//.test(path))).toEqual([]);
  await expect(page).toHaveURL(/\?q=Belgorod&kind=Question&kind=Event$/);

  await results(dialogue).first().click();
  await expect(page).toHaveURL(site + (found[0] ?? ''));
  await page.goBack();
  for (const again of ['Back', 'a reload']) {
    await answered(dialogue, 'Belgorod');
    await expect.poll(() => count(dialogue), again).toBe(both);
    expect(await paths(dialogue, site), again).toEqual(found);
    if (again === 'Back') await page.reload();
  }
  await dialogue.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => count(dialogue)).toBe(all);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${site}events/index.html`);
});

test('a facet can be browsed without words, by date, with what has no date last', async ({ page, site }) => {
  const events = exported<{ date: { value: string }[] }>('events');
  /** The order of the date of each event found; NaN for an event without a day. */
  const days = async (): Promise<number[]> =>
    (await paths(searchDialogue(page), site)).map((path) => {
      const date = events.find(({ address }) => address === path)?.date[0]?.value;
      const order = date === undefined ? Number.NaN : dateOrder(date);
      return Number.isFinite(order) ? order : Number.NaN;
    });
  await open(page, 'index.html');
  await page.keyboard.press('/');
  const dialogue = searchDialogue(page);
  await narrow(dialogue, 'Kind', 'Event');
  await expect(status(dialogue)).toContainText(`${events.length} results`);
  const all = events.length;
  /** Shows all results, ten more with each click. */
  const showAll = async (): Promise<void> => {
    for (let shown = 10; shown < all; shown += 10) {
      await expect(results(dialogue)).toHaveCount(shown);
      await dialogue.getByRole('button', { name: 'More results' }).click();
    }
    await expect(results(dialogue)).toHaveCount(all);
  };
  await showAll();
  for (const [label, sign] of [
    ['Oldest', 1],
    ['Newest', -1],
  ] as const) {
    await dialogue.getByLabel('Sort').selectOption(label);
    await showAll();
    const found = await days();
    const dated = found.filter((day) => !Number.isNaN(day));
    expect(dated, label).toEqual(dated.toSorted((a, b) => sign * (a - b)));
    expect(found.slice(0, dated.length), 'undated last').toEqual(dated);
  }
  await expect(dialogue.locator('.result-date').first()).toHaveText(/\d{4}/);
});

test('an excerpt marks the word asked for, not a name that Pagefind takes for it', async ({ page }) => {
  await open(page, 'index.html');
  const dialogue = await search(page, 'denied');
  const result = dialogue.locator('.result', { hasText: 'Denis Nikitin' });
  await expect(result.locator('mark').first()).toHaveText(/^den(?:y|ied|ies)/);
  expect(await dialogue.locator('mark').allTextContents()).not.toContain('Denis');
});

test('a report reads as somebody’s, with its evidence quoted', async ({ page }) => {
  await open(page, 'index.html');
  const dialogue = await search(page, 'latest-news-world/45');
  const result = dialogue.locator('.result').first();
  await expect(result.getByRole('link')).toHaveText(/^Kremlin, claimed: At least 70/);
  await expect(result.locator('.result-excerpt')).toHaveText(/^“.*”$/);
});

test('on a phone the field, Close, a row of filters and the height stay', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await open(page, 'index.html');
  await page.keyboard.press('/');
  const dialogue = searchDialogue(page);
  await expect(dialogue.getByLabel('Sort')).toBeVisible();
  const box = await dialogue.boundingBox();
  const tops = await dialogue
    .locator('.search-tools > *')
    .evaluateAll((tools) => tools.map((tool) => Math.round(tool.getBoundingClientRect().bottom)));
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(10);
  await search(page, 'Russian');
  await results(dialogue).last().scrollIntoViewIfNeeded();
  await expect(field(dialogue)).toBeInViewport({ ratio: 1 });
  await expect(dialogue.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
  await search(page, 'zzqx');
  expect(await dialogue.boundingBox()).toEqual(box);
});

test('a term without results gets a message with what to try', async ({ page }) => {
  await open(page, 'people/index.html');
  const dialogue = await search(page, 'zzqx');
  await expect(status(dialogue)).toHaveText('No text here has “zzqx”.');
  await expect(dialogue).toContainText('another spelling');
  expect(await violations(page)).toEqual([]);
  await dialogue.getByRole('link', { name: 'Glossary' }).click();
  await expect(page).toHaveURL(/\/terms\/index\.html$/);
});

test('search works by keyboard alone', async ({ page, site }) => {
  await open(page, 'index.html');
  await page.keyboard.type('/Gladkov');
  const dialogue = searchDialogue(page);
  await answered(dialogue, 'Gladkov');

  // From the field to the facets, one of them chosen, and back by Escape.
  const kind = dialogue.locator('summary').first();
  for (let steps = 0; steps < 4 && !(await kind.evaluate((it) => it === document.activeElement)); steps++)
    await page.keyboard.press('Tab');
  await expect(kind).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(kind).toHaveAccessibleName('Kind, 1 chosen');
  await page.keyboard.press('Escape');
  await expect(kind).toBeFocused();
  await expect(dialogue.getByRole('checkbox').first()).toBeHidden();
  await expect(dialogue).toBeVisible();

  // Back in the field, down to the results, up again, down, and there.
  await field(dialogue).focus();
  const [first] = await paths(dialogue, site);
  await page.keyboard.press('ArrowDown');
  await expect(results(dialogue).first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(field(dialogue)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(site + (first ?? ''));
});

test('the open dialogue is accessible, light and dark, wide and narrow', async ({ page }) => {
  await open(page, 'index.html');
  const dialogue = await search(page, 'Gladkov');
  await dialogue.locator('summary').first().click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const rules = colorScheme === 'dark' ? COLOURS : undefined;
      expect.soft(await violations(page, rules), `${colorScheme}, ${width} px`).toEqual([]);
    }
  }
});

test('every control has its name before the index is loaded', async ({ page }) => {
  // The index's files come as scripts or by fetch, and never arrive here.
  await page.route(/\/search\/(?!search\.js|.*\.css)/, () => {});
  await open(page, 'search.html');
  await expect(page.locator('summary').filter({ hasText: 'Side' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the search page takes its term from the address', async ({ page }) => {
  await open(page, 'search.html?q=Gladkov');
  const main = page.getByRole('main');
  await answered(main, 'Gladkov');
  await expect(field(main)).toHaveValue('Gladkov');
  await expect(results(main).first()).toHaveText('Vyacheslav Gladkov');
  expect(await violations(page)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the link leads to the search page, which offers the indexes', async ({ page }) => {
    await open(page, 'events/index.html');
    await searchLink(page).click();
    await expect(page).toHaveURL(/\/search\.html$/);
    const main = page.getByRole('main');
    await expect(main).toContainText('Searching needs JavaScript', { useInnerText: true });
    for (const name of ENTRY_COLLECTIONS)
      await expect(main.locator(`a[href="${indexAddress(name).slice(1)}"]`)).toBeVisible();
  });
});
