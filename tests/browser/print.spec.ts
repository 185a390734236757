// Every kind of page on A4 paper has its notes, charts and the addresses of its links, and no navigation.
import { expect, test } from '../support/browser.ts';
import { cutOff } from '../support/fit.ts';
import { KINDS } from '../support/kinds.ts';

/** The width of A4 between margins of a centimetre, as the browser prints it, in CSS pixels. */
const PAPER = Math.floor((190 / 25.4) * 96);

const SCREEN_ONLY =
  '.skip, .contents, .site-nav, .site-header .tools, .crumbs, .site-footer nav, .neighbours, .prose .sidenote, dialog';

// Two tests, so that both workers have one.
for (const half of [0, 1]) {
  test(`on paper, half ${half + 1} of the kinds of page`, async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize({ width: PAPER, height: 1000 });
    for (const path of KINDS.filter((_path, index) => index % 2 === half)) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      expect.soft(await cutOff(page, false), path).toEqual([]);
      const found = await page.evaluate((screenOnly) => {
        const visible = (element: Element): boolean => element.checkVisibility();
        const shown = (selector: string): number =>
          [...document.querySelectorAll(selector)].filter(visible).length;
        const all = (selector: string): number => document.querySelectorAll(selector).length;
        const outside = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')].filter(visible);
        const frames = [...document.querySelectorAll('figure.chart, .place-map')];
        return {
          ground: getComputedStyle(document.documentElement).getPropertyValue('--paper').trim(),
          screenOnly: [...document.querySelectorAll(screenOnly)]
            .filter(visible)
            .map(({ className }) => className),
          notes: shown('.footnotes li') === all('.footnotes li'),
          unaddressed: outside
            .filter(
              (link) => !getComputedStyle(link, '::after').content.includes(link.getAttribute('href') ?? ''),
            )
            .map(({ href }) => href),
          blankCharts: frames
            .filter((frame) => {
              const drawn = [...frame.querySelectorAll('svg, table.matrix, ul[role="list"]')].filter(visible);
              return !drawn.some((drawing) => drawing.getBoundingClientRect().height > 40);
            })
            .map(({ className }) => className),
        };
      }, SCREEN_ONLY);
      expect.soft(found, path).toEqual({
        ground: '#fff',
        screenOnly: [],
        notes: true,
        unaddressed: [],
        blankCharts: [],
      });
    }
  });
}

test('a page prints on several sheets of A4', async ({ page }) => {
  await page.goto('questions/who-directs-the-militias.html');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(2);
  // A4 is 595 by 842 points.
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
});
