// Writes RESULTS.md. Keeps all measurements in results.json, so that each section can be measured separately.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { BENCH, PROJECT } from './sites.ts';

/** The values of each measured quantity, by its name with its unit. */
export type Figures = Record<string, number[]>;

/** One table of RESULTS.md. */
interface Section {
  readonly commit: string;
  /** The day of the measurement, ISO 8601. */
  readonly on: string;
  readonly machine: string;
  /** What was measured of each subject, by its heading. All subjects have the same quantities. */
  readonly columns: Readonly<Record<string, Figures>>;
}

const FILE = join(BENCH, 'results.json');

/** The median, or NaN for an empty list. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** Whole numbers exactly, others in about three digits: "1,240", "86.3", "0.42". */
function figure(value: number): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The median, followed by the smallest and the largest number in brackets if these differ. */
function spread(numbers: readonly number[]): string {
  const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)].map(figure);
  const middle = figure(median(numbers));
  return least === greatest ? middle : `${middle} (${least}–${greatest})`;
}

/** The table of a section: its columns, then the ratio of the first column's medians to those of each other column. */
function table({ columns }: Section): string {
  const [first = '', ...others] = Object.keys(columns);
  const head = ['', first, ...others, ...others.map((other) => `÷ ${other}`)];
  const values = (column: string, what: string): number[] => columns[column]?.[what] ?? [];
  const rows = Object.keys(columns[first] ?? {}).map((what) => [
    what,
    ...[first, ...others].map((column) => spread(values(column, what))),
    ...others.map((other) => (median(values(first, what)) / median(values(other, what))).toFixed(2)),
  ]);
  return [head, ['---', ...head.slice(1).map(() => '--:')], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** Keeps a section in place of an earlier one with the same title, and writes RESULTS.md from all sections. */
export function keep(title: string, columns: Section['columns']): void {
  const kept = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Section>) : {};
  kept[title] = {
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: PROJECT, encoding: 'utf8' }).trim(),
    on: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${figure(totalmem() / 1e9)} GB of memory, ${process.platform}, Node ${process.version}`,
    columns,
  };
  writeFileSync(FILE, `${JSON.stringify(kept, null, 1)}\n`);
  const sections = Object.entries(kept)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([name, section]) => {
      const { commit, on, machine } = section;
      return `## ${name}\n\nMeasured at commit ${commit} on ${on}: ${machine}.\n\n${table(section)}\n`;
    });
  const intro = `Written by \`npm run bench\`; do not edit. [README.md](README.md) says what is measured and how. Medians, with the smallest and the largest value in brackets. [package.json](package.json) has the versions of Astro, Starlight and Lighthouse.`;
  writeFileSync(join(BENCH, 'RESULTS.md'), ['# Results\n', `${intro}\n`, ...sections].join('\n'));
  console.log(`${title}: bench/RESULTS.md is written.`);
}
