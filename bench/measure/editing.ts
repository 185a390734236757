// How long an edit takes to be seen: from saving a file to the page that shows it.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Entry } from '../library/plan.ts';
import type { Site } from '../sites.ts';

/** Any free port would do; the next runs take the next ones, since a port is slow to come free. */
let port = 43_210;

/** Waits until an address answers. @throws after ten minutes */
async function answers(address: string): Promise<void> {
  for (let left = 1200; left > 0; left--) {
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      // Nobody listens yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${address} does not answer.`);
}

/**
 * Edits a page's prose some times with the development server running.
 * @param folder the library; its file is as it was at the end
 * @returns milliseconds of each edit
 */
export async function editing(
  browser: Browser,
  site: Site,
  folder: string,
  entry: Entry,
  times: number,
): Promise<number[]> {
  port++;
  const { command, cwd, env } = site.develop(folder, port);
  const [program = '', ...rest] = command;
  const server = spawn(program, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'ignore',
    detached: true,
  });
  const file = join(folder, site.file(entry));
  const text = readFileSync(file, 'utf8');
  const page = await browser.newPage();
  const found: number[] = [];
  try {
    const address = `http://localhost:${port}/${site.page(entry)}`;
    await answers(address);
    await page.goto(address, { waitUntil: 'networkidle' });
    for (let time = 0; time < times; time++) {
      const mark = `Edit number ${time} of this paragraph`;
      const started = performance.now();
      writeFileSync(file, text.replace(/\n\n([A-Z])/, `\n\n${mark}. $1`));
      await page.getByText(mark).first().waitFor({ timeout: 120_000 });
      found.push(performance.now() - started);
      await page.waitForLoadState('networkidle');
    }
  } finally {
    writeFileSync(file, text);
    await page.close();
    // The whole group: Astro starts processes of its own.
    if (server.pid !== undefined) process.kill(-server.pid);
  }
  return found;
}
