// The time from saving an edited file until the development server's page shows the edit.
import { spawn } from 'node:child_process';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import getPort from 'get-port';
import type { Entry } from '../library/plan.ts';
import type { Site } from '../sites.ts';

const EDITS = 5;
const START_MS = 300_000;
const EDIT_MS = 120_000;
const POLL_MS = 500;

/**
 * Edits an entry's first paragraph several times while the development server runs and a browser shows its page.
 * The edited file is restored at the end.
 * @returns milliseconds of each edit
 * @throws if the server ends or does not answer within five minutes, or an edit does not show within two
 */
export async function editTimes(browser: Browser, site: Site, entry: Entry): Promise<number[]> {
  const port = await getPort();
  const { command, cwd, env } = site.develop(port);
  const [program = '', ...rest] = command;
  const log = `${site.folder}.dev.log`;
  const output = openSync(log, 'w');
  const server = spawn(program, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    // In a process group of its own, so that the processes that Astro starts end with it.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => server.on('close', () => resolve()));

  const address = `http://localhost:${port}/${site.page(entry)}`;
  const status = (): Promise<number> =>
    fetch(address)
      .then((answer) => answer.status)
      .catch(() => 0);
  const file = join(site.folder, site.file(entry));
  const original = readFileSync(file, 'utf8');
  const page = await browser.newPage();
  try {
    for (const start = performance.now(); (await status()) !== 200; await delay(POLL_MS)) {
      if (server.exitCode !== null || performance.now() - start > START_MS)
        throw new Error(`The development server does not answer at ${address}: see ${log}`);
    }
    await page.goto(address, { waitUntil: 'networkidle' });
    const times: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      const mark = `Edit number ${edit} of this paragraph`;
      const saved = performance.now();
      writeFileSync(file, original.replace('\n---\n\n', `$&${mark}. `));
      await page.getByText(mark).first().waitFor({ timeout: EDIT_MS });
      times.push(performance.now() - saved);
      await page.waitForLoadState('networkidle');
    }
    return times;
  } finally {
    writeFileSync(file, original);
    await page.close();
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid);
    await ended;
  }
}
