// Runs once before the browser tests: finds or installs a browser and the web servers, and serves dist/ on a free port.
import { existsSync } from 'node:fs';
import { serveFolder } from '../../src/commands/preview.ts';
import { DIST } from './project.ts';
import { findChromium } from './chromium.ts';
import { findServer, SERVERS } from './web-servers.ts';

/** @returns a function that stops the server */
export default async function setup(): Promise<() => void> {
  if (!existsSync(DIST)) throw new Error('There is no dist/ to test: run `npm run build` first.');
  await findChromium();
  for (const name of SERVERS) findServer(name);
  const { address, close } = await serveFolder(DIST, 0);
  process.env['SITE_ADDRESS'] = address;
  return close;
}
