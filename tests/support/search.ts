// Uses the search dialogue and the search page.
import { expect, type Locator, type Page } from '@playwright/test';

/** The link in the page's head that opens search. */
export const searchLink = (page: Page): Locator =>
  page.getByRole('banner').getByRole('link', { name: 'Search' });

export const searchDialogue = (page: Page): Locator => page.getByRole('dialog', { name: 'Search' });

/** The links of the results, the best first. */
export const results = (place: Locator): Locator => place.locator('.result-link');

/** Opens the dialogue and searches for a term. */
export async function search(page: Page, term: string): Promise<Locator> {
  const dialogue = searchDialogue(page);
  if (!(await dialogue.isVisible())) await searchLink(page).click();
  await dialogue.getByRole('searchbox').fill(term);
  const plain = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  await expect(dialogue.locator('pagefind-summary')).toContainText(new RegExp(`results? for ${plain}`));
  return dialogue;
}

/** Chooses a value of a facet in an open dialogue. */
export async function narrow(dialogue: Locator, facet: string, value: string): Promise<void> {
  await dialogue.getByRole('combobox', { name: facet }).click();
  await dialogue.getByRole('option', { name: new RegExp(`^${value},`) }).click();
  await dialogue.getByRole('combobox', { name: facet }).click();
}

/** Waits for results. @returns the paths they lead to, from the site's root */
export async function paths(place: Locator, site: string): Promise<string[]> {
  await expect(results(place).first()).toBeVisible();
  const links = await results(place).evaluateAll((found) =>
    found.map((link) => (link as HTMLAnchorElement).href),
  );
  return links.map((href) => href.slice(site.length));
}
