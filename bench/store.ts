// What has been measured so far, kept after each measurement, so that a run that was cut off goes on.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WORK } from './places.ts';
import type { Cost } from './measure/process.ts';
import type { Folder } from './measure/folder.ts';
import type { Paint } from './measure/paint.ts';
import type { Reading } from './measure/reading.ts';
import type { Searching } from './measure/searching.ts';

/** What each step measures, of one site at one size. */
export interface Steps {
  readonly build: Cost;
  readonly folder: Folder;
  /** By the name of the kind of page. */
  readonly reading: Readonly<Record<string, Reading>>;
  readonly paint: Readonly<Record<string, Paint>>;
  /** One for each query. */
  readonly searching: readonly Searching[];
  readonly disk: readonly Searching[];
  /** Milliseconds of each edit. */
  readonly editing: readonly number[];
}

export type Step = keyof Steps;

interface Measurement<Name extends Step = Step> {
  readonly step: Name;
  readonly site: string;
  readonly size: number;
  readonly run: number;
  readonly value: Steps[Name];
}

const FILE = join(WORK, 'results.json');

const records: Measurement[] = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as Measurement[])
  : [];

/** Measures, unless that was done before, and keeps the result at once. */
export async function once<Name extends Step>(
  step: Name,
  site: string,
  size: number,
  run: number,
  measure: () => Steps[Name] | Promise<Steps[Name]>,
): Promise<void> {
  if (
    records.some((kept) => kept.step === step && kept.site === site && kept.size === size && kept.run === run)
  )
    return;
  const started = performance.now();
  const value = await measure();
  records.push({ step, site, size, run, value });
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(records, null, 1)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${size} reports, ${site}, run ${run + 1}: ${step}, in ${seconds} s`);
}

/** All that a step found for a site at a size, one for each run. */
export function results<Name extends Step>(step: Name, site: string, size: number): Steps[Name][] {
  return records
    .filter((kept) => kept.step === step && kept.site === site && kept.size === size)
    .map(({ value }) => value as Steps[Name]);
}
