// The references of a page: complete as they stand, and with the address and the day once a script may add them.
import { expect, open, test } from '../support/browser.ts';

const PAGE = 'sources/polskie-radio.html';
const TODAY = new Date().toLocaleDateString('sv');

test('references name the row and the day; a copy on a disk has no address', async ({ page, site, disk }) => {
  const cite = page.locator('details[data-cite]');
  const address = `${site}${PAGE}#r21`;
  await open(page, address);
  await cite.getByText('Cite our page about the text').click();
  await expect(cite.locator('.text')).toHaveText(
    /Version [\da-f]{12}\. https?:\S+#r21 \(read \d+ \S+ \d{4}\)$/,
  );
  await expect(cite.locator('.bibtex')).toContainText(`url = {${address}},\n\turldate = {${TODAY}},\n}`);
  const [year, month, day] = TODAY.split('-').map(Number);
  expect(JSON.parse((await cite.locator('.csl').textContent()) ?? '')).toMatchObject([
    { URL: address, accessed: { 'date-parts': [[year, month, day]] } },
  ]);
  await expect(cite.getByText('Add the address and the day you read it.')).toHaveCount(0);

  await open(page, disk + PAGE);
  await cite.getByText('Cite our page about the text').click();
  await expect(cite.locator('.text')).toHaveText(/Version [\da-f]{12}\.$/);
  await expect(cite.getByText('Add the address and the day you read it.')).toBeVisible();
});
