// How an answer changed: the way to its turns, and "What was known by a given day", whose control works by keyboard, keeps the day in
// the address, and opens at it again.
import { expect, open, test } from '../support/browser.ts';

const PAGE = 'questions/fighters-killed.html';

test('the address keeps a day set by keyboard, over a reload and from disk', async ({ page, disk }) => {
  const known = page.locator('.known');
  const slider = known.getByRole('slider');
  const status = known.getByRole('status');
  await open(page, `${PAGE}#turns`);
  await known.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(slider).toHaveAttribute('aria-valuetext', '24 May 2023');
  await expect(status).toContainText('5 of 5 answers given');

  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/\?known=2023-05-23#turns$/);
  await expect(status).toHaveText(
    'By 23 May 2023: in the texts we saved: no answer; with other web pages: disputed, 3 of 5 answers given.',
  );
  await expect(known.getByRole('listitem').filter({ hasText: 'Two of the Legion' })).toContainText(
    'no answer yet',
  );

  await page.reload();
  await expect(known.getByRole('combobox')).toHaveValue('2023-05-23');
  await known.getByRole('combobox').selectOption('24 May 2023');
  await expect(page).toHaveURL(/\?known=2023-05-24#turns$/);
  await expect(known.getByRole('listitem').filter({ hasText: 'Two of the Legion' })).toContainText(
    'Freedom of Russia Legion',
  );

  await open(page, `${disk}index.html?known=2023-05-23`);
  await expect(status).toHaveText(
    /^By 23 May 2023: \d+ of \d+ questions have an answer, and \d+ are disputed\.$/,
  );
  await slider.focus();
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/\?known=2026-03-04$/);
  const first = known.getByRole('listitem').getByRole('link').first();
  await expect(first).toHaveAttribute('href', /^questions\/[\w-]+\.html$/);
});

test('on a phone, two taps lead from the home page to the turns of claims on the dead', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'index.html');
  const question = 'How many fighters were killed in the May raid?';
  await page.getByRole('main').getByRole('link', { name: question }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
  await page.locator('.entry-header').getByRole('link', { name: 'see the answers by date' }).click();
  await expect(page).toHaveURL(/#turns$/);
  const top = (): Promise<number> => page.locator('#turns').evaluate((it) => it.getBoundingClientRect().top);
  await expect.poll(top).toBeLessThan(844 / 3);
  expect(await top()).toBeGreaterThanOrEqual(0);
  await expect(page.locator('#turn-1')).toBeInViewport();
});
