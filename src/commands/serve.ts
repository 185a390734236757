// `npm start`, after the build: serves dist/ as a well-kept file host would, compressed, and with leave to keep
// what changes its name with its content.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import compression from 'compression';
import getPort from 'get-port';
import sirv from 'sirv';
import { isLasting } from '../worker/addresses.ts';
import { PROJECT } from './build.ts';

/**
 * Serves a folder on this machine.
 * @param folder the built site
 * @param port the port to listen on; 0 for any
 * @param base the path below which the site stands, with slashes at both ends
 * @returns the server and the address of the home page
 */
export async function serveFolder(
  folder: string,
  port: number,
  base = '/',
): Promise<{ server: Server; address: string }> {
  // Made for Express, it asks for no more than Node's own request and response.
  const compress = compression({
    // A part of a file is sent as it is: its bytes were counted uncompressed.
    filter: (request, response) =>
      request.headers.range === undefined && compression.filter(request, response),
  }) as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  const files = sirv(folder, {
    // Reads the folder at each request: a new build shows at once.
    dev: true,
    etag: true,
    setHeaders: (response, path) => {
      if (isLasting(path.slice(1)))
        response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  const missing = readFileSync(join(folder, '404.html'));
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing);
    };
    if (!request.url?.startsWith(base)) return notFound();
    request.url = request.url.slice(base.length - 1);
    compress(request, response, () => files(request, response, notFound));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return { server, address: `http://localhost:${taken}${base}` };
}

if (import.meta.main) {
  // 4321 if it is free, else any other.
  const { address } = await serveFolder(join(PROJECT, 'dist'), await getPort({ port: 4321 }));
  console.log(`Claimed & Denied is served at ${address} (Ctrl+C ends it).`);
}
