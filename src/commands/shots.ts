// `npm run shots`: a picture of every kind of page, in every width and theme and on paper, and one page
// that shows them all, in .work/shots/. For looking at what was made; nothing is compared.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../../tests/support/chromium.ts';
import { PAGE_COLLECTIONS } from '../model/references.ts';
import { PROJECT } from './build.ts';
import { serveFolder } from './serve.ts';

const DIST = join(PROJECT, 'dist');
const OUT = join(PROJECT, '.work', 'shots');
const WIDTHS = [390, 768, 1440] as const;
const THEMES = ['light', 'dark'] as const;

/** The index of each collection and its longest page, and the pages at the root. */
function sample(): string[] {
  const folders = PAGE_COLLECTIONS.flatMap((collection) => {
    const pages = readdirSync(join(DIST, collection)).filter(
      (name) => name.endsWith('.html') && name !== 'index.html',
    );
    const size = (name: string): number => statSync(join(DIST, collection, name)).size;
    const longest = pages.sort((a, b) => size(b) - size(a))[0];
    return [`${collection}/index.html`, ...(longest ? [`${collection}/${longest}`] : [])];
  });
  return [...readdirSync(DIST).filter((name) => name.endsWith('.html')), ...folders];
}

mkdirSync(OUT, { recursive: true });
const { server, address } = await serveFolder(DIST, 0);
const browser = await chromium.launch(await findChromium());
const rows: string[] = [];
for (const path of sample()) {
  const name = path.replace(/\.html$/, '').replaceAll('/', '_');
  const files: string[] = [];
  for (const colorScheme of THEMES) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ viewport: { width, height: 1100 }, colorScheme });
      await page.goto(address + path);
      await page.evaluate(() => document.fonts.ready);
      const file = `${name}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(OUT, file) });
      files.push(file);
      await page.close();
    }
  }
  const page = await browser.newPage();
  await page.goto(address + path);
  await page.pdf({
    path: join(OUT, `${name}.pdf`),
    format: 'A4',
    margin: { top: '18mm', bottom: '18mm', left: '18mm', right: '18mm' },
  });
  await page.close();
  rows.push(
    `<h2>${path} (<a href="${name}.pdf">on paper</a>)</h2>\n<p>${files.map((file) => `<img src="${file}" alt="${file}" height="420">`).join('\n')}</p>`,
  );
  console.log(path);
}
await browser.close();
server.close();
writeFileSync(
  join(OUT, 'index.html'),
  `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Screenshots</title>\n${rows.join('\n')}\n</html>\n`,
);
console.log(`Open ${join(OUT, 'index.html')}.`);
