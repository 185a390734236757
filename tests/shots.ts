// `npm run shots`, after a build: takes a picture of every kind of page at each width and in each theme, prints it
// to PDF, and writes an index of them all to .work/shots/. The pictures are for review by eye; no test compares them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { fontsFetched, open } from './support/browser.ts';
import { findChromium } from './support/chromium.ts';
import { KINDS } from './support/kinds.ts';
import { DIST, PROJECT, WHOLE } from './support/project.ts';
import { serveFolder } from '../src/commands/preview.ts';

const OUT = join(PROJECT, '.work/shots');
const WIDTHS = [390, 768, 1180, 1440, 1920] as const;
const THEMES = ['light', 'dark'] as const;

mkdirSync(OUT, { recursive: true });
const { address, close } = await serveFolder(DIST);
const browser = await chromium.launch(await findChromium());
const rows: string[] = [];
for (const path of [...KINDS, WHOLE]) {
  const name = path.replace(/\.html$/, '').replaceAll('/', '_');
  const page = await browser.newPage();
  // The first page that a reader opens does without the fonts of the site (src/scripts/early.ts).
  await open(page, `${address}404.html`);
  await fontsFetched(page);
  await page.goto(address + path);
  await page.evaluate(() => document.fonts.ready);
  const images: string[] = [];
  for (const colorScheme of THEMES) {
    for (const width of WIDTHS) {
      const file = `${name}-${width}-${colorScheme}.png`;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 1100 });
      await page.screenshot({ path: join(OUT, file) });
      images.push(`<img src="${file}" alt="${file}" height="420">`);
    }
  }
  const margin = { top: '18mm', bottom: '18mm', left: '18mm', right: '18mm' };
  await page.pdf({ path: join(OUT, `${name}.pdf`), format: 'A4', margin });
  await page.close();
  rows.push(`<h2>${path} (<a href="${name}.pdf">PDF</a>)</h2>\n<p>${images.join('\n')}</p>`);
  console.log(path);
}
await browser.close();
close();
writeFileSync(
  join(OUT, 'index.html'),
  `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Screenshots</title>\n${rows.join('\n')}\n</html>\n`,
);
console.log(`Open ${join(OUT, 'index.html')}.`);
