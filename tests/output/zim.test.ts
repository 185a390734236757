// The site as a ZIM file: sound by openZIM's own check, and the same site once it is taken out again.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { htmlFiles } from '../../src/output/files.ts';
import { crawl } from '../support/crawl.ts';
import { provide } from '../support/debian.ts';
import { DIST, PROJECT, runNode } from '../support/project.ts';

const place = mkdtempSync(join(tmpdir(), 'zim é '));
const file = join(place, 'site.zim');

/** Runs `npm run zim`. */
async function zim(out: string, changes?: Readonly<Record<string, string>>) {
  const run = runNode(PROJECT, 'src/commands/zim.ts', [out], changes);
  return { code: await run.end, output: run.output() };
}

/** Runs one of the tools. @returns its exit code, and all it says */
function tool(name: string, ...args: readonly string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

beforeAll(async () => {
  provide('zimwriterfs', 'zim-tools');
  const { code, output } = await zim(file);
  expect(code, output).toBe(0);
  expect(output).toContain(`${file} is written`);
}, 300_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

test('it passes zimcheck', { timeout: 120_000 }, () => {
  const { code, output } = tool('zimcheck', '--all', '--details', file);
  expect(code, output).toBe(0);
  expect(output).toContain('Overall Test Status: Pass');
  expect(output).not.toMatch(/\[(?:ERROR|WARNING)\]/);
});

test('it opens at the home page and has its picture', () => {
  const { output } = tool('zimdump', 'info', file);
  expect(output).toContain('main page: index.html');
  expect(output).toContain('favicon: Illustration_48x48@1');
});

test('it holds the site: every page reached from its main page, every address in it sound', () => {
  const dir = join(place, 'dumped');
  expect(tool('zimdump', 'dump', `--dir=${dir}`, file).code).toBe(0);
  const { pages, problems, reached } = crawl(dir);
  expect(problems).toEqual([]);
  expect(pages).toEqual(htmlFiles(DIST));
  expect(pages.filter((path) => !reached.has(path))).toEqual(['404.html']);
}, 120_000);

test(
  'without the tools, one line says what to install, and what was there stays',
  { timeout: 30_000 },
  async () => {
    const kept = join(place, 'kept.zim');
    writeFileSync(kept, 'as it was');
    const { code, output } = await zim(kept, { PATH: place });
    expect(code).toBe(1);
    expect(output).toMatch(/^zimwriterfs cannot be started \(.*\): install zim-tools .*\n$/);
    expect(readFileSync(kept, 'utf8')).toBe('as it was');
  },
);
