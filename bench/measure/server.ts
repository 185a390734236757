// An HTTP server for one built site. It compresses text with gzip, as web hosts do, and counts the bytes it sends.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The media types of text that pages load. Files of other types are sent as they are. */
const TEXT: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface Host {
  /** The address of the site's root, with a slash at its end. */
  readonly address: string;
  /** The bytes sent so far over all connections, headers included. */
  readonly sent: () => number;
  readonly close: () => void;
}

/** Serves a folder on a free port of this machine until it is closed. */
export async function host(folder: string): Promise<Host> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const type = TEXT[extname(file)];
    try {
      const content = readFileSync(file);
      // Browsers fetch a file that two pages or style sheets use once, as from most web hosts.
      response.setHeader('cache-control', 'max-age=600');
      if (type) response.setHeader('content-type', type).setHeader('content-encoding', 'gzip');
      response.end(type ? gzipSync(content) : content);
    } catch {
      response.writeHead(404).end();
    }
  });
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    sent: () => sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
