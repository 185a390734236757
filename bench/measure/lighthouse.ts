// Runs Lighthouse with its default profile: a mid-range phone on a slow network, simulated.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LaunchOptions } from '@playwright/test';
import { BENCH } from '../sites.ts';

/** The parts of Lighthouse's report that the bench reads. */
export interface Report {
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly numericValue?: number }>
  >;
  /** By the id of the category; scores are 0 to 1. */
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number | null; readonly auditRefs: readonly { id: string; weight: number }[] }
    >
  >;
}

/**
 * Runs Lighthouse once on a page.
 * @param launch the Chromium to use
 * @param categories the ids of the categories to score
 * @throws if the page could not be loaded
 */
export async function lighthouse(
  { executablePath = '', env = process.env }: LaunchOptions,
  address: string,
  categories: readonly string[],
): Promise<Report> {
  const cli = join(BENCH, 'node_modules/lighthouse/cli/index.js');
  const only = `--only-categories=${categories.join(',')}`;
  const flags = ['--quiet', only, '--output=json', '--chrome-flags=--headless=new --no-sandbox'];
  // Asynchronous, since this process may serve the page.
  const { stdout } = await promisify(execFile)(process.execPath, [cli, address, ...flags], {
    env: { ...process.env, ...env, CHROME_PATH: executablePath },
    maxBuffer: Infinity,
  });
  return JSON.parse(stdout) as Report;
}

/** Milliseconds to the largest contentful paint of a page on Lighthouse's throttled profile. */
export async function largestPaint(launch: LaunchOptions, address: string): Promise<number> {
  const { audits } = await lighthouse(launch, address, ['performance']);
  const value = audits['largest-contentful-paint']?.numericValue;
  if (value === undefined) throw new Error(`${address}: Lighthouse reports no largest contentful paint.`);
  return value;
}
