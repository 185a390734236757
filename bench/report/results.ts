// RESULTS.md, and the charts of growth beside it.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { BENCH, PROJECT } from '../places.ts';
import { results } from '../store.ts';
import type { Visit } from '../measure/reading.ts';
import { growthChart, type Series } from './growth.ts';
import { figure, median, ratio, spread } from './numbers.ts';

const OURS = 'ours';
const THEIRS = 'starlight';

/** One line of a table: a quantity of both sites at one size. */
interface Line {
  readonly what: string;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

function table(lines: readonly Line[]): string {
  const rows = lines.map(
    ({ what, ours, theirs }) =>
      `| ${what} | ${spread(ours)} | ${spread(theirs)} | ${ratio(median(ours), median(theirs))} |`,
  );
  return [`| what | Claimed & Denied | Starlight | ratio |`, '| --- | --: | --: | --: |', ...rows].join('\n');
}

/** A quantity of both sites at a size. */
function both(size: number, what: string, values: (site: string, size: number) => readonly number[]): Line {
  return { what, ours: values(OURS, size), theirs: values(THEIRS, size) };
}

const wall = (site: string, size: number): number[] => results('build', site, size).map((cost) => cost.wall);
const cpu = (site: string, size: number): number[] => results('build', site, size).map((cost) => cost.cpu);
const memory = (site: string, size: number): number[] =>
  results('build', site, size).map((cost) => cost.memory);
const pages = (site: string, size: number): number[] =>
  results('folder', site, size).map((folder) => folder.pages);
const perPage = (site: string, size: number): number[] =>
  cpu(site, size).map((seconds) => (seconds * 1000) / median(pages(site, size)));

function building(size: number): string {
  return table([
    both(size, 'build, wall time, s', wall),
    both(size, 'build, processor time, s', cpu),
    both(size, 'processor time per page, ms', perPage),
    both(size, 'most memory at once, MB', memory),
    both(size, 'pages', pages),
    both(size, 'files', (site) => results('folder', site, size).map((folder) => folder.files)),
    both(size, 'size of the output, MB', (site) =>
      results('folder', site, size).map((folder) => folder.size),
    ),
  ]);
}

function reading(size: number): string {
  const kinds = Object.keys(results('reading', OURS, size)[0] ?? {});
  const of =
    (kind: string, value: (page: { first: Visit; second: Visit; script: number }) => number) =>
    (site: string): number[] =>
      results('reading', site, size).flatMap((found) => (found[kind] ? [value(found[kind])] : []));
  return table(
    kinds.flatMap((kind) => [
      both(
        size,
        `${kind}: first visit without fonts, kB`,
        of(kind, ({ first }) => (first.bytes - first.fonts) / 1000),
      ),
      both(
        size,
        `${kind}: first visit with fonts, kB`,
        of(kind, ({ first }) => first.bytes / 1000),
      ),
      both(
        size,
        `${kind}: first visit, requests`,
        of(kind, ({ first }) => first.requests),
      ),
      both(
        size,
        `${kind}: second visit, kB`,
        of(kind, ({ second }) => second.bytes / 1000),
      ),
      both(
        size,
        `${kind}: script before interaction, kB`,
        of(kind, ({ script }) => script / 1000),
      ),
    ]),
  );
}

function painting(size: number): string {
  const kinds = Object.keys(results('paint', OURS, size)[0] ?? {});
  return table(
    kinds.flatMap((kind) => [
      both(size, `${kind}: largest contentful paint, ms`, (site) =>
        results('paint', site, size).flatMap((found) => found[kind]?.largest ?? []),
      ),
      both(size, `${kind}: total blocking time, ms`, (site) =>
        results('paint', site, size).flatMap((found) => found[kind]?.blocking ?? []),
      ),
    ]),
  );
}

function searching(size: number): string {
  const disk = results('disk', OURS, size).flat();
  const rows = table([
    both(size, 'opening search to the first result, ms', (site) =>
      results('searching', site, size).flatMap((found) => found.map(({ cold }) => cold)),
    ),
    both(size, 'the next term, ms', (site) =>
      results('searching', site, size).flatMap((found) => found.map(({ warm }) => warm)),
    ),
    both(size, 'opening search to the first results, kB', (site) =>
      results('searching', site, size).flatMap((found) => found.map(({ bytes }) => bytes / 1000)),
    ),
  ]);
  const fromDisk =
    `\n| from disk: opening search to the first result, ms | ${spread(disk.map(({ cold }) => cold))} | no search | |` +
    `\n| from disk: the next term, ms | ${spread(disk.map(({ warm }) => warm))} | no search | |`;
  return rows + (disk.length > 0 ? fromDisk : '');
}

const version = (folder: string, name: string): string =>
  (
    JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as {
      version: string;
    }
  ).version;

/**
 * Writes what has been measured so far.
 * @param sizes the sizes that may have been measured, smallest first
 */
export function writeResults(sizes: readonly number[]): void {
  const known = sizes.filter((size) => results('folder', OURS, size).length > 0);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: PROJECT,
    encoding: 'utf8',
  }).trim();
  const machine = `${cpus().length} cores of ${cpus()[0]?.model ?? 'an unnamed processor'}, ${figure(totalmem() / 1e9)} GB of memory, ${process.platform}, Node ${process.version}`;
  const growth = (name: string, title: string, unit: string, values: typeof cpu): string => {
    const series: Series[] = [
      [OURS, 'Claimed & Denied'],
      [THEIRS, 'Starlight'],
    ].map(([site = '', words = '']) => ({
      name: words,
      points: known
        .filter((size) => values(site, size).length > 0)
        .map((size) => [size, median(values(site, size))]),
    }));
    writeFileSync(join(BENCH, `${name}.svg`), growthChart(title, unit, series));
    return `![${title}](${name}.svg)`;
  };
  const sections = known.map(
    (size) => `## ${figure(size)} reports

### Building

${building(size)}

### Reading

${reading(size)}

### Painting, on Lighthouse’s throttled mobile profile

${painting(size)}

### Searching, twenty pairs of terms

${searching(size)}

### An edit, from saving the file to the page that shows it

${table([both(size, 'milliseconds', (site) => results('editing', site, size).flat())])}
`,
  );
  const text = `# Results

Written by \`npm run bench\`, at commit ${commit}: not edited by hand. Medians, with the least and the greatest in brackets. Machine: ${machine}. Astro ${version(PROJECT, 'astro')}, Starlight ${version(BENCH, '@astrojs/starlight')}, Lighthouse ${version(BENCH, 'lighthouse')}. The two sites were built and read in turn, on the same machine, from the same invented library; \`README.md\` says what is in it and what is not compared.

${growth('growth-cpu', 'Processor time of a build', 's', cpu)}

${growth('growth-page', 'Processor time per page', 'ms', perPage)}

${growth('growth-memory', 'Most memory of a build', 'MB', memory)}

${sections.join('\n')}`;
  writeFileSync(join(BENCH, 'RESULTS.md'), text);
  console.log(`bench/RESULTS.md is written, for ${known.map(figure).join(', ')} reports.`);
}
