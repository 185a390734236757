// "As known on a day": the control works by keyboard, keeps the day in the address, and opens at it again.
import { expect, open, test } from '../support/browser.ts';
import { onDisk } from '../support/disk.ts';

const PAGE = 'questions/fighters-killed.html';

test('a reader sets a day by keyboard; the address keeps it, with its anchor, over a reload and from disk', async ({
  page,
}) => {
  const known = page.locator('.known');
  const slider = known.getByRole('slider');
  const status = known.getByRole('status');
  await open(page, `${PAGE}#turns`);
  await known.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(slider).toHaveAttribute('aria-valuetext', '8 July 2023');
  await expect(status).toContainText('5 of 5 positions taken');

  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/\?known=2023-05-23#turns$/);
  await expect(status).toHaveText(
    'By 23 May 2023: in the held texts: open; with what was seen: disputed, 3 of 5 positions taken.',
  );
  await expect(known.getByRole('listitem').filter({ hasText: 'Two of the Legion' })).toContainText(
    'no voice yet',
  );

  await known.getByRole('combobox').selectOption('24 May 2023');
  await page.reload();
  await expect(known.getByRole('combobox')).toHaveValue('2023-05-24');
  await expect(known.getByRole('listitem').filter({ hasText: 'Two of the Legion' })).toContainText(
    'Freedom of Russia Legion',
  );

  const { root, remove } = onDisk();
  try {
    await open(page, `${root}index.html?known=2023-05-23`);
    await expect(status).toHaveText(
      /^By 23 May 2023: \d+ of \d+ questions have an answer, and \d+ are disputed\.$/,
    );
    await slider.focus();
    await page.keyboard.press('End');
    await expect(page).toHaveURL(/\?known=2026-03-04$/);
    const first = known.getByRole('listitem').getByRole('link').first();
    await expect(first).toHaveAttribute('href', /^questions\/[\w-]+\.html$/);
  } finally {
    remove();
  }
});
