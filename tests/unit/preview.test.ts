// The server of `npm run preview`, which the browser tests use too.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../../src/commands/preview.ts';

const folder = mkdtempSync(join(tmpdir(), 'preview '));
const dist = join(folder, 'dist');
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  const pages = ['index', '404', 'people/index', 'people/ada', 'people/ada/reports-2'];
  for (const path of ['secret.txt', ...pages.map((page) => `dist/${page}.html`)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  symlinkSync(join(folder, 'secret.txt'), join(dist, 'link.txt'));
  symlinkSync(folder, join(dist, 'up'), 'junction');
  server = await serveFolder(dist, 0, '/a/');
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends a request whose path stays as it is written. @returns the answer and its text */
async function ask(path: string, method = 'GET'): Promise<IncomingMessage & { text: string }> {
  return new Promise((resolve, reject) => {
    request(new URL(server.address), { path, method }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve(Object.assign(response, { text })));
    })
      .once('error', reject)
      .end();
  });
}

test.each([
  ['/a/', 'dist/index.html'],
  ['/a/people/?q=x', 'dist/people/index.html'],
  ['/a/people/ada.html', 'dist/people/ada.html'],
  ['/a/people/ada', 'dist/people/ada.html'],
])('%s shows %s', async (path, text) => {
  expect(await ask(path)).toMatchObject({ statusCode: 200, text });
});

test('a folder without its slash leads on to the folder', async () => {
  const answer = await ask('/a/people?q=x');
  expect([answer.statusCode, answer.headers.location]).toEqual([301, 'people/?q=x']);
});

test.each([
  ...['/', '/a/nothing', '/a/people/ada.html/', '/a/people/ada/', '/a/%00', '/a/%zz'],
  ...['/a/../secret.txt', '/a/%2e%2e/secret.txt', '/a/..%2fsecret.txt', '/a/link.txt', '/a/up/secret.txt'],
])('%s is not there', async (path) => {
  expect(await ask(path)).toMatchObject({ statusCode: 404, text: 'dist/404.html' });
});

test('takes GET and HEAD alone', async () => {
  expect(await ask('/a/', 'HEAD')).toMatchObject({ statusCode: 200, text: '' });
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { statusCode, headers } = await ask('/a/', method);
    expect([statusCode, headers.allow], method).toEqual([405, 'GET, HEAD']);
  }
});
