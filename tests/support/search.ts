// Uses the search dialogue and the search page.
import { expect, type Locator, type Page } from '@playwright/test';

/** The link in the page's head that opens search. */
export const searchLink = (page: Page): Locator =>
  page.getByRole('banner').getByRole('link', { name: 'Search' });

export const searchDialogue = (page: Page): Locator => page.getByRole('dialog', { name: 'Search' });

/** The links of the results, the best first. */
export const results = (place: Locator): Locator => place.locator('.result-link');

/** Waits until a place shows what was found for a term, and is not searching. */
export async function answered(place: Locator, term: string): Promise<void> {
  const list = place.getByRole('list', { name: 'Results' });
  await expect(list).not.toHaveAttribute('aria-busy');
  await expect(list).toHaveAttribute('data-query', term);
}

/** Opens the dialogue and searches for a term. */
export async function search(page: Page, term: string): Promise<Locator> {
  const dialogue = searchDialogue(page);
  if (!(await dialogue.isVisible())) await searchLink(page).click();
  await dialogue.getByRole('searchbox').fill(term);
  await answered(dialogue, term);
  return dialogue;
}

/** What a place says was found. */
export const status = (place: Locator): Locator => place.getByRole('status');

/** The number of results that a place shows for a term. */
export async function count(place: Locator): Promise<number> {
  return Number(/(\d+) results? for/.exec(await status(place).innerText())?.[1]);
}

/** Opens a facet in an open dialogue, chooses or gives up a value, and closes the facet. */
export async function narrow(dialogue: Locator, facet: string, value: string): Promise<void> {
  const summary = dialogue.locator('summary').filter({ hasText: new RegExp(`^${facet}`) });
  await summary.click();
  await dialogue.getByRole('checkbox', { name: new RegExp(`^${value} `) }).click();
  await summary.click();
}

/** Waits for results. @returns the paths they lead to, from the site's root */
export async function paths(place: Locator, site: string): Promise<string[]> {
  await expect(results(place).first()).toBeVisible();
  const links = await results(place).evaluateAll((found) =>
    found.map((link) => (link as HTMLAnchorElement).href),
  );
  return links.map((href) => href.slice(site.length));
}
