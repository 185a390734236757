// Serves only the first packets of a page and then stalls: what the browser then shows is the first paint.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from './project.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Beginnings {
  /** With a slash at its end. */
  readonly address: string;
  readonly close: () => void;
}

/**
 * Serves the built site without its fonts and scripts.
 * @param limit after how many compressed bytes of a page the server stalls
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
    const sent = path.endsWith('.html') ? Math.min(body.length, limit) : body.length;
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
