// Lighthouse in a process of its own, as its makers set it: a middling phone on a slow network, simulated.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BENCH, WORK } from '../places.ts';

/** What we read of a report. */
export interface Report {
  readonly audits: Readonly<
    Record<string, { readonly numericValue?: number; readonly score: number | null; readonly title: string }>
  >;
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly runtimeError?: { readonly message: string };
}

/**
 * Looks at a page.
 * @param browser the path of a Chromium
 * @param categories those to judge, by their ids
 * @throws where the page could not be loaded
 */
export async function lighthouse(
  browser: string,
  address: string,
  categories: readonly string[],
): Promise<Report> {
  const file = join(WORK, 'lighthouse.json');
  mkdirSync(WORK, { recursive: true });
  rmSync(file, { force: true });
  // Not waited for in this thread: the page may be served from it.
  await promisify(execFile)(
    process.execPath,
    [
      join(BENCH, 'node_modules/lighthouse/cli/index.js'),
      address,
      '--quiet',
      `--only-categories=${categories.join(',')}`,
      '--output=json',
      `--output-path=${file}`,
      '--chrome-flags=--headless=new --no-sandbox',
    ],
    { env: { ...process.env, CHROME_PATH: browser } },
  );
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  if (report.runtimeError) throw new Error(`${address}: ${report.runtimeError.message}`);
  return report;
}
