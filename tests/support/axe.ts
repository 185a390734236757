// axe in the page itself. Its wrapper for Playwright gathers every result, and takes five to nine times as
// long to say the same.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { BrowserContext, Page } from '@playwright/test';

/** Without spaces and comments: every page has to take it in anew. */
const SCRIPT = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Has every page that will be opened bring axe with it, in half the time that `violations` takes to put it there:
 * the browser has it already and keeps it compiled.
 */
export const bringAxe = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript({ content: SCRIPT });

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer another theme can change: it has other colours, and everything else as before. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Lays out what a page lays out only when it comes near: a check looks at all of it. */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    // Once for each load: it means a new layout.
    if (document.adoptedStyleSheets.length > 0) return;
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets = [all];
  });
}

/** The rules that look at one element after the other, and take most of the time. */
export const EACH = [...COLOURS, 'target-size'];

interface Choice {
  /** The names of the only rules to run. */
  readonly only?: readonly string[];
  /** The names of rules to leave out. */
  readonly without?: readonly string[];
  /** A selector: only what is in there is looked at. */
  readonly within?: string;
}

/** What axe finds wrong with a page as it now stands, each as one text: the rule, the element, the mend. */
export async function violations(
  page: Page,
  { only, without = [], within = 'html' }: Choice = {},
): Promise<string[]> {
  // Put there once for each load, where the page has not brought it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SCRIPT);
  await layOutAll(page);
  const { violations: found } = await page.evaluate(
    ({ context, runOnly, rules }) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(context, {
        runOnly,
        rules,
        resultTypes: ['violations'],
      }),
    {
      context: within,
      runOnly: only ? { type: 'rule' as const, values: [...only] } : { type: 'tag' as const, values: RULES },
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    },
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
