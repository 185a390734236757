// `npm run preview` serves dist/ on this machine, as a plain web server does. `-- --port 8080` names another port.
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import sirv from 'sirv';
import { decoded } from '../output/links.ts';
import { PROJECT } from '../project.ts';
import { readOptions, wrongCommand } from './command-line.ts';

/** The port unless another is named, or this one is taken. */
const PORT = 4321;

/** True if there is a file at a path below a folder, and no link of the file system leads there. */
function isFile(folder: string, path: string): boolean {
  const place = join(folder, path);
  return statSync(place, { throwIfNoEntry: false })?.isFile() === true && realpathSync(place) === place;
}

/**
 * Answers requests for the files of a built site: `index.html` for a folder, a redirect for a folder without its slash,
 * `404.html` for what is not there. Takes GET and HEAD alone, and follows no links of the file system.
 * @param folder the built site
 * @param base the path below which the site stands, with slashes at both ends
 */
function siteListener(folder: string, base: string): RequestListener {
  const root = realpathSync(folder);
  // Development mode reads files at each request.
  const files = sirv(root, { dev: true, etag: true });
  const missing = readFileSync(join(root, '404.html'));
  return (request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const [address = '', query = ''] = request.url?.split(/(?=\?)/, 2) ?? [];
    if (!address.startsWith(base)) return notFound();
    const path = decoded(address.slice(base.length));
    if (path.includes('\0') || path.split('/').includes('..')) return notFound();
    const inFolder = path === '' || path.endsWith('/');
    if (!inFolder && isFile(root, join(path, 'index.html'))) {
      response.writeHead(301, { location: `${encodeURIComponent(basename(path))}/${query}` }).end();
      return;
    }
    const file = (inFolder ? [`${path}index.html`] : [path, `${path}.html`]).find((each) =>
      isFile(root, each),
    );
    if (file === undefined) return notFound();
    request.url = `/${encodeURI(file)}`;
    files(request, response, notFound);
  };
}

/**
 * Serves a built site on this machine.
 * @param folder the built site
 * @param port the port to listen on; 0 for any free one
 * @param base the path below which the site stands, with slashes at both ends
 * @returns the URL of the site's root, and a function that stops the server and cuts its connections
 * @throws with the code EADDRINUSE if the port is taken
 */
export async function serveFolder(
  folder: string,
  port = 0,
  base = '/',
): Promise<{ address: string; close: () => void }> {
  const server = createServer(siteListener(folder, base));
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

if (import.meta.main) {
  const usage = 'npm run preview -- --port 8080';
  const values = readOptions({ port: { type: 'string' } }, usage);
  const port = Number(values.port ?? PORT);
  if (values.port !== undefined && !(/^\d+$/.test(values.port) && port < 65_536))
    wrongCommand(`${values.port}: no port, which is a number up to 65535`, usage);
  const dist = join(PROJECT, 'dist');
  if (!existsSync(dist)) {
    console.error('There is no dist/ to serve: run `npm run build` first.');
    process.exit(1);
  }
  const { address } = await serveFolder(dist, port).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    const denied = error instanceof Error && 'code' in error && error.code === 'EACCES';
    if (denied || (taken && values.port !== undefined))
      wrongCommand(`Port ${port} is ${taken ? 'taken by another program' : 'not allowed'}`, usage);
    if (!taken) throw error;
    console.log(`Port ${port} is taken by another program.`);
    return serveFolder(dist);
  });
  console.log(`dist/ is served at ${address} (Ctrl+C ends it).`);
}
