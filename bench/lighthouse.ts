// `npm run lighthouse`, after `npm run build`: prints Lighthouse's scores for five pages of dist/, the median of three
// runs in each category, and the audits that took points.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asReaders, findChromium } from '../tests/support/chromium.ts';
import { lighthouse, type Report } from './measure/lighthouse.ts';
import { host } from './measure/server.ts';
import { median } from './report.ts';
import { PROJECT } from './sites.ts';

const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const PAGES = [
  'index.html',
  'events/belgorod-raid-may-2023.html',
  'questions/who-the-fighters-are.html',
  'groups/freedom-of-russia-legion.html',
  'sources/polskie-radio.html',
];

const dist = join(PROJECT, 'dist');
const missing = PAGES.filter((path) => !existsSync(join(dist, path)));
if (missing.length > 0) throw new Error(`dist/ has no ${missing.join(', ')}: run \`npm run build\` first.`);

const launch = await findChromium({ ways: asReaders() });
const { address, close } = await host(dist);
const rows: Record<string, Record<string, number>> = {};
const lost = new Set<string>();
try {
  for (const path of PAGES) {
    const reports: Report[] = [];
    while (reports.length < RUNS) reports.push(await lighthouse(launch, address + path, CATEGORIES));
    const scores = (id: string): number[] =>
      reports.map(({ categories }) => (categories[id]?.score ?? 0) * 100);
    rows[path] = Object.fromEntries(CATEGORIES.map((id) => [id, Math.round(median(scores(id)))]));
    for (const { audits, categories } of reports) {
      for (const { id, weight } of Object.values(categories).flatMap(({ auditRefs }) => auditRefs)) {
        const { score = null, title } = audits[id] ?? {};
        if (weight > 0 && score !== null && score < 0.9) lost.add(`${path}: ${title} (${id})`);
      }
    }
  }
} finally {
  close();
}
console.log(`Lighthouse, simulated phone on a slow network, median of ${RUNS} runs:`);
console.table(rows);
for (const each of lost) console.log(`Lost points: ${each}`);
