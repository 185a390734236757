// Runs axe inside a page. The wrapper @axe-core/playwright gathers every result and takes five to nine times as long.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from '@playwright/test';

const SCRIPT = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose result depends on colours: the only ones to run again in another theme. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * Runs axe on a page as it is now, once its transitions have ended.
 * @param only the rules to run; by default those of WCAG 2.2 AA and best practice
 * @returns a line for each violation: the rule, the element, what to mend
 */
export async function violations(page: Page, only?: readonly string[]): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SCRIPT);
  const { violations: found } = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
        // Preloaded files serve only rules about media, of which there are none, and experimental rules.
        preload: false,
      }),
    only ? { type: 'rule' as const, values: [...only] } : { type: 'tag' as const, values: RULES },
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
