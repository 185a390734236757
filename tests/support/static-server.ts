// A plain web server for the tests, below any path.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Serves a built site on this machine.
 * @param folder the built site
 * @param port the port to listen on; 0 for any free one
 * @param base the path below which the site stands, with slashes at both ends
 * @returns the URL of the site's root, and a function that stops the server and cuts its connections
 */
export async function serveFolder(
  folder: string,
  port = 0,
  base = '/',
): Promise<{ address: string; close: () => void }> {
  // Development mode reads files at each request.
  const files = sirv(folder, { dev: true, etag: true });
  const missing = readFileSync(join(folder, '404.html'));
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing);
    };
    if (!request.url?.startsWith(base)) return notFound();
    request.url = request.url.slice(base.length - 1);
    files(request, response, notFound);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://localhost:${taken}${base}`, close };
}
