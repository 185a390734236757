// Paint and blocking under Lighthouse's throttled mobile profile.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH, WORK } from '../places.ts';

export interface Paint {
  /** Milliseconds. */
  readonly largest: number;
  /** Milliseconds of the main thread's blocking. */
  readonly blocking: number;
  /** Lighthouse's score for performance, 0 to 100. */
  readonly score: number;
  /** Cumulative layout shift. */
  readonly shift: number;
}

interface Report {
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly runtimeError?: { readonly message: string };
}

/** @param browser the path of a Chromium */
export function paint(browser: string, address: string): Paint {
  const file = join(WORK, 'lighthouse.json');
  rmSync(file, { force: true });
  execFileSync(
    process.execPath,
    [
      join(BENCH, 'node_modules/lighthouse/cli/index.js'),
      address,
      '--quiet',
      '--only-categories=performance',
      '--output=json',
      `--output-path=${file}`,
      '--chrome-flags=--headless=new --no-sandbox',
    ],
    { env: { ...process.env, CHROME_PATH: browser }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const { audits, categories, runtimeError } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  if (runtimeError) throw new Error(`${address}: ${runtimeError.message}`);
  const value = (audit: string): number => audits[audit]?.numericValue ?? Number.NaN;
  return {
    largest: value('largest-contentful-paint'),
    blocking: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
    score: Math.round((categories['performance']?.score ?? 0) * 100),
  };
}
