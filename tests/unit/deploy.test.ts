// hosting/deploy.sh: replaces a site in place.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sums } from '../../src/output/offline-copy.ts';
import { files } from '../../src/output/files.ts';
import { PROJECT } from '../support/project.ts';

const place = mkdtempSync(join(tmpdir(), 'deploy '));
const folder = join(place, 'the site');

/** Writes files. @returns their folder */
function write(root: string, texts: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Writes a built site. */
function build(name: string, texts: Readonly<Record<string, string>>): string {
  const dist = write(join(place, name), texts);
  writeFileSync(join(dist, 'SHA256SUMS'), sums(dist));
  return dist;
}

function deploy(dist: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync('sh', [join(PROJECT, 'hosting/deploy.sh'), dist, folder, ...words]);
  expect([status, stderr.toString()]).toEqual([0, '']);
}

/** The files of the folder, without .br files: brotli may not be installed. */
const present = (): string[] => files(folder).filter((path) => !path.endsWith('.br'));

const same = { 'service-worker.js': 'worker', 'search/search.js': 'search', 'data/a.csv': 'a' };
const yesterday = build('yesterday', {
  ...same,
  'index.html': 'one',
  'people/ada.html': 'ada',
  'assets/page.1.css': 'styles',
  'search/index/one.pf_index': 'index',
});
const today = build('today', { ...same, 'index.html': 'two', 'assets/page.2.css': 'styles' });

const BEFORE = ['assets/page.1.css', 'search/index/one.pf_index'];
const AFTER = ['SHA256SUMS', 'assets/page.2.css', 'index.html', ...Object.keys(same)];

beforeAll(() => {
  write(folder, { 'notes.txt': 'of the host', 'old.csv.gz': 'of the host' });
  chmodSync(join(yesterday, 'index.html'), 0o600);
  deploy(yesterday, 'compress');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

test('lets every program read the files, whatever the rights of the built ones', () => {
  expect(statSync(join(folder, 'index.html')).mode & 0o777).toBe(0o644);
});

test('compresses the texts, and each file as often as it changes', () => {
  expect(gunzipSync(readFileSync(join(folder, 'index.html.gz'))).toString()).toBe('one');
  expect(present()).toContain('people/ada.html.gz');
  expect(present()).not.toContain('search/index/one.pf_index.gz');
  const time = new Date(2024, 0, 1);
  utimesSync(join(folder, 'data/a.csv'), time, time);
  utimesSync(join(folder, 'data/a.csv.gz'), time, time);
  deploy(yesterday, 'compress');
  expect(present()).toContain('data/a.csv.gz');
});

test('replaces files, keeps those with a hash for a day, and leaves no compressed file of an older text', () => {
  deploy(today);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('two');
  const compressed = ['data/a.csv.gz', 'search/search.js.gz', 'service-worker.js.gz'];
  const kept = [...compressed, 'assets/page.1.css.gz', ...BEFORE, 'notes.txt', 'old.csv.gz'];
  expect(present()).toEqual([...AFTER, ...kept].sort());

  // A second deploy does not renew the day.
  const old = new Date(Date.now() - 25 * 3_600_000);
  for (const path of BEFORE) utimesSync(join(folder, path), old, old);
  deploy(today);
  expect(present()).toEqual([...AFTER, ...compressed, 'notes.txt', 'old.csv.gz'].sort());
});

test('a compressed file that is older than its source goes', () => {
  const text = join(folder, 'data/a.csv');
  writeFileSync(`${text}.gz`, 'of an older text');
  const old = new Date(2023, 0, 1);
  utimesSync(`${text}.gz`, old, old);
  deploy(today);
  expect(present()).not.toContain('data/a.csv.gz');
});

test('needs a built site', () => {
  const { status, stderr } = spawnSync('sh', [join(PROJECT, 'hosting/deploy.sh'), place, folder]);
  expect(status).toBe(2);
  expect(stderr.toString()).toContain('Usage: deploy.sh DIST FOLDER');
});
