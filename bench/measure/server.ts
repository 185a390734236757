// A host as the hosting guides of both sites advise: text compressed, hashed files kept for good, pages
// asked for again with their tag.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
};

const COMPRESSED = new Set(['.html', '.css', '.js', '.json', '.svg', '.xml']);

/** The folders of files whose names change with their content: ours, and Starlight's. */
const HASHED = /^\/(?:assets|_astro)\//;

export interface Host {
  /** The address of the home page, with its slash. */
  readonly address: string;
  /** The bytes sent so far, heads included: to pages, and to what they start beside themselves. */
  readonly sent: () => number;
  readonly close: () => void;
}

/** Serves a folder on this machine until it is closed. */
export async function host(folder: string): Promise<Host> {
  const kept = new Map<string, { body: Buffer; headers: Record<string, string> }>();
  const load = (path: string): { body: Buffer; headers: Record<string, string> } => {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!statSync(file).isFile()) throw new Error(`${file} is no file`);
    const type = extname(file);
    const plain = readFileSync(file);
    const body = COMPRESSED.has(type) ? gzipSync(plain) : plain;
    return {
      body,
      headers: {
        'content-type': TYPES[type] ?? 'application/octet-stream',
        ...(COMPRESSED.has(type) && { 'content-encoding': 'gzip' }),
        'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}"`,
      },
    };
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    try {
      const found = kept.get(path) ?? load(path);
      kept.set(path, found);
      if (request.headers['if-none-match'] === found.headers['etag']) {
        response.writeHead(304, found.headers).end();
      } else {
        response.writeHead(200, { ...found.headers, 'content-length': found.body.length }).end(found.body);
      }
    } catch {
      response.writeHead(404).end();
    }
  });
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    sent: () => sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
