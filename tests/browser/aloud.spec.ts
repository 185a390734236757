// What a screen reader says: Chromium's accessibility tree of a note, a question and each chart.
// pages.spec.ts checks that everything has a name.
import { expect, open, test } from '../support/browser.ts';

const QUESTION = 'questions/who-directs-the-militias.html';

test('a mark gives number and sides of its note, which has the chain and the row', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto('terms/regime.html');
  const cite = page.locator('.prose .cite', {
    has: page.getByRole('link', { name: /^Note \d+: Kyiv$/ }),
    hasText: 'Yuriy Sak',
  });
  await cite.locator('sup a').focus();
  await expect(cite).toMatchAriaSnapshot(`
    - superscript:
      - 'link /^Note \\d+: Kyiv$/'
    - note:
      - text: /^Kyiv. Yuriy Sak.* via Times Radio in$/
      - link /^Polskie Radio ¶\\d+$/
      - text: /.+/
  `);
  await page.locator('.footnotes summary').click();
  // The list at the end has the whole chain and the link back.
  await expect(page.locator('.footnotes li', { hasText: /^\s*Kyiv. Yuriy Sak/ })).toMatchAriaSnapshot(`
    - listitem:
      - text: /^Kyiv. Yuriy Sak.* via Times Radio in$/
      - link /¶\\d+/
      - text: /.+/
      - link "Back to the text"
  `);
});

test('a question on a scale lists its answers with counts and voices, and the silent', async ({ page }) => {
  await page.goto(QUESTION);
  await expect(page.getByRole('region', { name: 'The answers, on a scale' })).toMatchAriaSnapshot(`
    - heading "The answers, on a scale" [level=2]
    - paragraph: /steps of one scale, from “they act on their own” to “military intelligence controls them”/
    - paragraph: /no saved copy means that we read the web page/
    - list:
      - listitem:
        - paragraph: They act on their own initiative
        - paragraph: 'In the texts we saved: 2 voices, 3 reports, 3 texts (1 repeat)'
        - paragraph: 'With other web pages: 4 voices, 5 reports, 5 texts (1 repeat)'
        - list:
          - listitem:
            - text: 'Kyiv:'
            - link "Ukrainian government"
    - heading "No answer from" [level=3]
    - list:
      - listitem: Moscow
  `);
});

test('the matrix is a table with headers; a cell gives the answer, not only its letter', async ({ page }) => {
  await page.goto('questions/index.html');
  await expect(page.getByRole('figure', { name: /answered in only one of the texts we saved$/ }))
    .toMatchAriaSnapshot(`
    - heading [level=2]
    - group:
      - text: /disputed/
      - table:
        - rowgroup:
          - row:
            - columnheader "Question"
            - columnheader "Polskie Radio"
        - rowgroup:
          - row /Who are the fighters/:
            - rowheader "Who are the fighters?"
            - cell:
              - img /^A. They are Russians/
              - link /^¶9, Ukraine’s military intelligence .Kyiv.$/
  `);
  await expect(page.getByRole('cell', { name: 'no answer' }).first()).toBeVisible();
  const answer = page.locator('.matrix .answers', { hasText: 'They are Russians' });
  await expect(answer).toBeHidden();
  await page.getByLabel('Show the answers in words').check();
  await expect(answer).toBeVisible();
});

test('the timelines are lists and groups of links with voice, date and source', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.goto('events/index.html');
  await expect(page.getByRole('figure', { name: /reports are about one event/ })).toMatchAriaSnapshot(`
    - heading /reports are about one event/ [level=2]
    - list:
      - listitem: "full colour: an exact date, given or worked out"
    - paragraph: Before 19 May 2023
    - list:
      - listitem:
        - time: "2014"
        - link "Russia’s invasion of Crimea, 2014"
    - list:
      - listitem:
        - time: 22 May
        - list:
          - listitem:
            - link "Cross-border raid into the Belgorod region, May 2023"
  `);
  await expect(page.getByRole('figure', { name: /^Of \d+ statements whose exact day we know/ }))
    .toMatchAriaSnapshot(`
    - heading /^Of \\d+ statements whose exact day we know/ [level=2]
    - group /^Statements by side, voice and day/:
      - link "Freedom of Russia Legion"
      - link /^Freedom of Russia Legion, 22 May 2023. .+ .Il Post .translated. ¶3.$/
  `);
});

test('the bars of the sources are lists with the numbers of their shares', async ({ page }) => {
  await page.goto('sources/index.html');
  await expect(page.getByRole('figure', { name: /the text says who passed the words on$/ }))
    .toMatchAriaSnapshot(`
    - list:
      - listitem:
        - paragraph:
          - link "Latest News World (reprint)"
          - text: 98 reports
        - paragraph: /the text says who passed the words on. \\d+; somebody else’s words; the text does not say/
  `);
});

test('a map has a name, links its places, and lists them', async ({ page }) => {
  await open(page, 'places/index.html');
  const map = page.getByRole('figure', { name: 'Map: The places that the texts name', exact: true });
  await expect(map.getByRole('group', { name: 'Names' }).getByRole('link', { name: 'Moscow' })).toHaveCount(
    1,
  );
  await expect(
    map.getByRole('group', { name: 'Areas' }).getByRole('link', { name: 'Bryansk region' }),
  ).toHaveCount(1);
  await map.getByText('The map as a list').click();
  await expect(
    map.getByRole('listitem').filter({ hasText: /^Moscow \(city\): a dot .* 2 events$/ }),
  ).toHaveCount(1);
});

test('the menu of a phone says whether it is open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(QUESTION);
  const browser = await page.context().newCDPSession(page);
  const menu = async (): Promise<unknown> => {
    const { nodes } = await browser.send('Accessibility.getFullAXTree');
    const node = nodes.find(
      ({ role, name }) => role?.value === 'DisclosureTriangle' && name?.value === 'Menu',
    );
    return node?.properties?.find(({ name }) => name === 'expanded')?.value.value;
  };
  expect(await menu()).toBe(false);
  await page.getByText('Menu', { exact: true }).click();
  expect(await menu()).toBe(true);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});
