// axe in the page itself. Its wrapper for Playwright gathers every result, and takes five to nine times as
// long to say the same.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from '@playwright/test';

/** Without spaces and comments: every page has to take it in anew. */
const SCRIPT = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Lays out what a page lays out only when it comes near: a check looks at all of it. */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets = [all];
  });
}

/**
 * What axe finds wrong with a page as it now stands, each as one text: the rule, the element, the mend.
 * @param without the names of rules to leave out
 */
export async function violations(page: Page, without: readonly string[] = []): Promise<string[]> {
  // Put there once for each load.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SCRIPT);
  await layOutAll(page);
  const { violations: found } = await page.evaluate(
    ({ runOnly, rules }) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly,
        rules,
        resultTypes: ['violations'],
      }),
    { runOnly: RULES, rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) },
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
