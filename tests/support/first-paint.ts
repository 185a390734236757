// Serves only the first packets of a page and then stalls: what the browser then shows is the first paint.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { DIST } from './project.ts';
import { fileAt, size, sum } from './weight.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The style sheets that a page, or the beginning of a page, links. */
function styles(path: string, beginning: string): string[] {
  const links = beginning.matchAll(/<link rel="stylesheet" href="([^"]+)">/g);
  return [...new Set([...links].map(([, address = '']) => fileAt(path, address)))];
}

/** The bytes of a page and all its style sheets, compressed. */
export function weight(path: string): number {
  return size(path) + sum(styles(path, readFileSync(join(DIST, path), 'utf8')).map(size));
}

/**
 * Finds how much of a compressed page fits into a limit together with the style sheets that this part links.
 * @param limit in bytes
 * @returns bytes of the compressed page
 */
function fitting(path: string, page: Buffer, limit: number): number {
  const unpacked = (end: number): string =>
    gunzipSync(page.subarray(0, end), { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
  const linked = (end: number): number => sum(styles(path, unpacked(end)).map(size));
  let end = Math.min(page.length, limit);
  while (end + linked(end) > limit) end -= 64;
  return end;
}

export interface Beginnings {
  /** With a slash at its end. */
  readonly address: string;
  readonly close: () => void;
}

/**
 * Serves the built site without its fonts and scripts.
 * @param limit after how many compressed bytes of a page and its style sheets the server stalls
 */
export async function serveBeginnings(limit: number): Promise<Beginnings> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const type = TYPES[extname(path)];
    if (type === undefined) {
      response.writeHead(404).end();
      return;
    }
    const body = gzipSync(readFileSync(join(DIST, path)), { level: 9 });
    const whole = !path.endsWith('.html');
    const sent = whole ? body.length : fitting(path, body, limit);
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
    response.write(body.subarray(0, sent));
    if (sent === body.length) response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
