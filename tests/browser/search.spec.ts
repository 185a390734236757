// Search on the real site: the dialogue and the search page, with and without a mouse, with and without JavaScript.
// The journey (ways.spec.ts) follows a report among the results to its row.
import { indexAddress } from '../../src/archive/addresses.ts';
import { dateSpan } from '../../src/model/dates.ts';
import { PAGE_COLLECTIONS } from '../../src/model/references.ts';
import { archiveOf } from '../support/archive.ts';
import { violations } from '../support/axe.ts';
import { expect, open, test } from '../support/browser.ts';
import { PROJECT } from '../support/project.ts';
import { narrow, paths, results, search, searchDialogue, searchLink } from '../support/search.ts';

test('no file of search is loaded before the reader opens it', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().slice(site.length)));
  await page.goto('index.html', { waitUntil: 'networkidle' });
  expect(asked).toContain('index.html');
  expect(asked.filter((path) => path.startsWith('search/'))).toEqual([]);
  await search(page, 'Gladkov');
  expect(asked).toContain('search/search.js');
});

test('a click, the slash, and Control and K open the dialogue with the focus in its field; Escape closes it', async ({
  page,
}) => {
  await open(page, 'events/index.html');
  const link = searchLink(page);
  const ways = [() => link.click(), () => page.keyboard.press('/'), () => page.keyboard.press('Control+k')];
  for (const way of ways) {
    await link.focus();
    await way();
    await expect(searchDialogue(page).getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(searchDialogue(page)).toBeHidden();
    await expect(link).toBeFocused();
  }
});

for (const [term, target] of [
  ['Graivoron', 'places/grayvoron.html'],
  ['Kozina', 'places/kozinka.html'],
  ['RDK', 'groups/russian-volunteer-corps.html'],
  ['Liberty of Russia Legion', 'groups/freedom-of-russia-legion.html'],
  ['Shebikino', 'places/shebekino.html'],
  ['Dmitri', 'people/peskov.html'],
  ['Gladkov', 'people/gladkov.html'],
] as const) {
  test(`“${term}” leads to ${target}`, async ({ page, site }) => {
    await open(page, 'index.html');
    const found = await paths(await search(page, term), site);
    expect(found.slice(0, 3)).toContain(target);
  });
}

test('facets narrow the results, and can be cleared', async ({ page, site }) => {
  await open(page, 'index.html');
  const dialogue = await search(page, 'Belgorod');
  const count = async (): Promise<number> =>
    Number.parseInt(await dialogue.locator('pagefind-summary').innerText(), 10);
  const all = await count();
  expect(all).toBeGreaterThan(10);

  await narrow(dialogue, 'Kind', 'Question');
  await expect.poll(count).toBeLessThan(all);
  const questions = await count();
  const found = await paths(dialogue, site);
  expect(found.filter((path) => !path.startsWith('questions/'))).toEqual([]);

  await narrow(dialogue, 'Standing', 'disputed');
  await expect.poll(count).toBeLessThan(questions);

  await dialogue.getByRole('button', { name: 'Clear Standing' }).click();
  await expect.poll(count).toBe(questions);
  await dialogue.getByRole('button', { name: 'Clear Kind' }).click();
  await expect.poll(count).toBe(all);
});

test('facets count the results, and all records where there is no term', async ({ page }) => {
  await open(page, 'index.html');
  const dialogue = await search(page, 'Gladkov');
  await dialogue.getByRole('combobox', { name: 'Kind' }).click();
  const reports = dialogue.getByRole('option', { name: /^Report,/ });
  const count = Number.parseInt(/\d+/.exec((await reports.getAttribute('aria-label')) ?? '')?.[0] ?? '', 10);
  await reports.click();
  await expect(dialogue.locator('pagefind-summary')).toContainText(`${count} results for Gladkov`);

  await dialogue.getByRole('button', { name: 'Clear Kind' }).click();
  await dialogue.getByRole('searchbox').fill('');
  await expect(reports).toHaveAccessibleName(`Report, ${archiveOf(PROJECT).reports.length} results`);
});

test('results can be sorted by date, both ways', async ({ page, site }) => {
  const archive = archiveOf(PROJECT);
  /** The first day that each event found may mean; events without one come last. */
  const days = async (): Promise<number[]> =>
    (await paths(searchDialogue(page), site)).map((path) => {
      const id = path.replace(/^events\/|\.html$/g, '');
      const date = archive.list('events').find((entry) => entry.id === id)?.data.date[0]?.value;
      return (date === undefined ? null : dateSpan(date).from) ?? Number.POSITIVE_INFINITY;
    });
  await open(page, 'index.html');
  const dialogue = await search(page, 'Belgorod');
  await narrow(dialogue, 'Kind', 'Event');
  for (const [label, sign] of [
    ['Oldest first', 1],
    ['Newest first', -1],
  ] as const) {
    await dialogue.getByLabel('Sort').selectOption(label);
    await expect
      .poll(async () => {
        const found = await days();
        const sorted = found.toSorted((a, b) => sign * (a - b));
        return found.length > 2 && found.every((day, index) => day === sorted[index]);
      }, label)
      .toBe(true);
  }
});

test('a result out of view is an empty element until it is scrolled to', async ({ page }) => {
  await open(page, 'index.html');
  const dialogue = await search(page, 'Russian');
  await expect(results(dialogue).first()).toBeVisible();
  const items = dialogue.locator('pagefind-results li:not(li li)');
  expect(await items.count()).toBeGreaterThan(100);
  const last = items.last();
  expect(await last.evaluate((item) => item.childElementCount)).toBe(0);
  await last.scrollIntoViewIfNeeded();
  await expect(items.last().locator('.result-link')).toBeVisible();
});

test('a term without results gets a message with what to try', async ({ page }) => {
  await open(page, 'people/index.html');
  const dialogue = await search(page, 'zzqx');
  const status = dialogue.getByRole('status');
  await expect(status).toContainText('Nothing found for “zzqx”');
  await expect(status).toContainText('another spelling');
  await status.getByRole('link', { name: 'Glossary' }).click();
  await expect(page).toHaveURL(/\/terms\/index\.html$/);
});

test('search works by keyboard alone', async ({ page, site }) => {
  await open(page, 'index.html');
  await page.keyboard.press('/');
  const dialogue = searchDialogue(page);
  await expect(dialogue.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('Gladkov');
  await expect(results(dialogue).nth(1)).toBeVisible();

  // From the field to the facets, and one of them chosen.
  const kind = dialogue.getByRole('combobox', { name: 'Kind' });
  for (let steps = 0; steps < 4 && !(await kind.evaluate((it) => it === document.activeElement)); steps++)
    await page.keyboard.press('Tab');
  await expect(kind).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(kind).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(kind).toHaveAccessibleName(/1 filter selected/);
  await page.keyboard.press('Escape');
  await expect(kind).toHaveAttribute('aria-expanded', 'false');
  await expect(dialogue).toBeVisible();

  // Back in the field, down to the results, up again, down, and there.
  await dialogue.getByRole('button', { name: 'Clear Kind' }).press('Enter');
  await dialogue.getByRole('searchbox').focus();
  const [first] = await paths(dialogue, site);
  await page.keyboard.press('ArrowDown');
  await expect(results(dialogue).first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(dialogue.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(site + (first ?? ''));
});

test('the open dialogue is accessible, light and dark, wide and narrow', async ({ page }) => {
  await open(page, 'index.html');
  await search(page, 'Gladkov');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await violations(page), `${colorScheme}, ${width} px`).toEqual([]);
    }
  }
  await search(page, 'zzqx');
  expect.soft(await violations(page), 'nothing found').toEqual([]);
});

test('every control has its name before the index is loaded', async ({ page }) => {
  // The index's files come as scripts or by fetch, and never arrive here.
  await page.route(/\/search\/(?!search\.js|.*\.css)/, () => {});
  await page.goto('search.html');
  await expect(page.getByRole('combobox', { name: 'Side' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the search page takes its term from the address', async ({ page }) => {
  await page.goto('search.html?q=Gladkov');
  await expect(page.getByRole('searchbox')).toHaveValue('Gladkov');
  await expect(results(page.getByRole('main')).first()).toHaveText('Vyacheslav Gladkov');
  expect(await violations(page)).toEqual([]);
});

test('without JavaScript the link leads to the search page, which offers the indexes', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ baseURL: site, javaScriptEnabled: false });
  const page = await context.newPage();
  await open(page, 'events/index.html');
  await searchLink(page).click();
  await expect(page).toHaveURL(/\/search\.html$/);
  const main = page.getByRole('main');
  await expect(main).toContainText('Searching needs JavaScript', { useInnerText: true });
  for (const name of PAGE_COLLECTIONS) {
    await expect(main.locator(`a[href="${indexAddress(name).slice(1)}"]`)).toBeVisible();
  }
  await context.close();
});

test('Pagefind’s undocumented members are as src/search/pagefind-internals.ts needs them', async ({
  page,
}) => {
  await open(page, 'index.html');
  await search(page, 'Gladkov');
  const found = await page.evaluate(async () => {
    interface Instance {
      __pagefind__: unknown;
      searchSort: unknown;
      triggerSearch(term: string): void;
    }
    const { PagefindComponents } = window as unknown as {
      PagefindComponents: { getInstanceManager(): { getInstance(name: string): Instance } };
    };
    const instance = PagefindComponents.getInstanceManager().getInstance('a second one');
    const before = { engine: instance.__pagefind__, order: instance.searchSort };
    const asked = new Promise((resolve) => {
      instance.__pagefind__ = {
        filters: () => Promise.resolve({}),
        search: (term: string, { sort }: { sort: unknown }) => {
          resolve({ term, sort });
          return Promise.resolve(null);
        },
      };
    });
    instance.searchSort = { date: 'asc' };
    instance.triggerSearch('bridge');
    return { before, asked: await asked };
  });
  expect(found.before).toEqual({ engine: null, order: {} });
  expect(found.asked).toEqual({ term: 'bridge', sort: { date: 'asc' } });
  const combobox = searchDialogue(page).locator('pagefind-filter-dropdown [role="combobox"]');
  await expect(combobox).toHaveCount(4);
});
