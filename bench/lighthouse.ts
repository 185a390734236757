// `npm run lighthouse`, after a build: Lighthouse's four scores for five pages of dist/, the median of three, and
// what took points from them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asReaders, findChromium } from '../tests/support/chromium.ts';
import { lighthouse } from './measure/lighthouse.ts';
import { host } from './measure/server.ts';
import { PROJECT } from './places.ts';
import { median } from './report/numbers.ts';

const RUNS = 3;

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const PAGES = {
  home: 'index.html',
  raid: 'events/belgorod-raid-may-2023.html',
  question: 'questions/who-the-fighters-are.html',
  legion: 'groups/freedom-of-russia-legion.html',
  source: 'sources/polskie-radio.html',
} as const;

const dist = join(PROJECT, 'dist');
const missing = Object.values(PAGES).filter((path) => !existsSync(join(dist, path)));
if (missing.length > 0) throw new Error(`dist/ has no ${missing.join(', ')}: run \`npm run build\` first.`);

const { executablePath = '' } = await findChromium({ ways: asReaders() });
const { address, close } = await host(dist);
const rows: Record<string, Record<string, number>> = {};
const lost = new Set<string>();
try {
  for (const [name, path] of Object.entries(PAGES)) {
    const scores: Record<string, number[]> = {};
    for (let run = 0; run < RUNS; run++) {
      const { categories, audits } = await lighthouse(executablePath, address + path, CATEGORIES);
      for (const { title, score, auditRefs } of Object.values(categories)) {
        (scores[title] ??= []).push(Math.round((score ?? 0) * 100));
        for (const { id, weight } of auditRefs) {
          const { score: passed = null, title: what } = audits[id] ?? {};
          if (weight > 0 && passed !== null && passed < 0.9) lost.add(`${path}, ${title}: ${what} (${id})`);
        }
      }
    }
    rows[name] = Object.fromEntries(Object.entries(scores).map(([title, each]) => [title, median(each)]));
    console.log(`${name}: ${RUNS} runs`);
  }
} finally {
  close();
}
console.log(`\nLighthouse, a phone on a slow network, median of ${RUNS}:`);
console.table(rows);
for (const each of lost) console.log(`Lost points: ${each}`);
