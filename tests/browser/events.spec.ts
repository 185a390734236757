// The longest event is short enough to read, on screens and on paper.
import { expect, fontsFetched, open, test } from '../support/browser.ts';

const RAID = 'events/belgorod-raid-may-2023.html';
/** Nine screens of a desk. */
const HEIGHT = 9 * 900;
const SHEETS = 10;

test.use({ viewport: { width: 1440, height: 900 } });

test('the May raid answers on the first screen, takes nine screens and ten sheets', async ({ page }) => {
  await open(page, 'index.html');
  await fontsFetched(page);
  // On a busy machine the fonts may come after the first frame, and the page is then longer.
  await expect(async () => {
    await open(page, RAID);
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(HEIGHT);
  }).toPass();
  for (const answer of ['When', 'Where', 'Who claims it', 'Killed or hurt', 'How it ended'])
    await expect(page.locator('.overview dt', { hasText: answer }).first()).toBeInViewport();
  await expect(page.locator('.overview .map-frame')).toBeInViewport();
  await expect(page.locator('.beside .contents')).toBeInViewport();
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length;
  expect(sheets).toBeLessThanOrEqual(SHEETS);
  // None of it is cut off after a sheet, and a sheet is A4: 595 by 842 points.
  expect(sheets).toBeGreaterThan(2);
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  // Text that waits for its font is blank on paper: only the visible text brings fonts into the file, in four styles.
  expect(pdf.match(/\/BaseFont/g)?.length).toBeGreaterThanOrEqual(4);
});

test('reports are filtered by side without a script; a link opens a folded section', async ({ page }) => {
  await open(page, RAID);
  const reports = page.locator('.side-filter ~ .reports > li');
  const all = await reports.count();
  await page.getByRole('radio', { name: /Moscow/ }).check();
  await expect(reports.filter({ visible: true })).toHaveCount(1);
  await page.getByRole('radio', { name: 'All sides' }).check();
  await expect(reports.filter({ visible: true })).toHaveCount(all);
  await page.locator('.beside .contents a', { hasText: 'What came after' }).click();
  const fold = page.locator('.fold', { has: page.getByRole('heading', { name: 'What came after' }) });
  await expect(fold).toHaveAttribute('open');
  await expect(page.getByRole('heading', { name: 'What came after' })).toBeInViewport();
});
