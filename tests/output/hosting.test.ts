// nginx and Caddy with the configurations in hosting/, at the root of a host and below a path: pages, the 404 page,
// caching, compression, headers. tests/browser/ways.spec.ts reads the site through them in a browser.
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { files } from '../../src/output/files.ts';
import { policy } from '../../src/output/policy.ts';
import { directives } from '../support/crawl.ts';
import { DIST } from '../support/project.ts';
import { SERVERS, serveWith } from '../support/web-servers.ts';

const place = mkdtempSync(join(tmpdir(), 'hosted-'));
/** The files that the tests request, without and with compressed files beside them. */
const plain = join(place, 'plain');
const packed = join(place, 'packed');

const one = (pattern: RegExp): string => {
  const found = files(DIST).find((path) => pattern.test(path));
  if (found === undefined) throw new Error(`dist/ has no file like ${String(pattern)}.`);
  return found;
};

const STYLES = one(/^assets\/print\..*\.css$/);
/** Files with a hash of their content in their name. */
const HASHED = [
  STYLES,
  one(/woff2$/),
  ...[/\.pf_meta$/, /\.pf_index$/, /\.pf_filter$/, /\.pf_fragment$/].map(one),
];
/** Files that keep their name when they change. */
const CURRENT = [
  ...['index.html', 'events/index.html', '404.html', 'service-worker.js', 'icon.svg'],
  ...['data/reports.csv', 'site.webmanifest'],
  ...['search/search.js', 'search/search.css', 'search/pagefind-entry.json', 'search/wasm.en-gb.pagefind'],
];
const TEXTS = ['index.html', 'search/search.css', 'search/search.js', 'data/reports.csv'];

beforeAll(() => {
  for (const path of [...HASHED, ...CURRENT]) cpSync(join(DIST, path), join(plain, path));
  // A link to itself is an error that also root gets.
  symlinkSync('unreadable.css', join(plain, 'assets/unreadable.css'));
  cpSync(plain, packed, { recursive: true, verbatimSymlinks: true });
  for (const path of TEXTS) {
    const bytes = readFileSync(join(plain, path));
    writeFileSync(join(packed, `${path}.gz`), gzipSync(bytes));
    writeFileSync(join(packed, `${path}.br`), brotliCompressSync(bytes));
  }
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Requests a file with the headers of a browser. */
async function ask(
  address: string,
  { headers, ...options }: RequestOptions = {},
): Promise<IncomingMessage & { size: number }> {
  const sent = { ...options, headers: { 'accept-encoding': 'gzip, deflate, br', ...headers } };
  const [response] = (await once(request(address, sent).end(), 'response')) as [IncomingMessage];
  return Object.assign(response, { size: (await buffer(response)).length });
}

/** The headers of every answer, by name, from the file that Netlify and Cloudflare read. */
const HEADERS = new Map(
  [...readFileSync(join(DIST, '_headers'), 'utf8').matchAll(/^ {2}([A-Z][\w-]+): (.*)$/gm)]
    .map(([, name = '', value = '']) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name !== 'cache-control'),
);

test('the policy in the headers is that of the pages, without what has hashes', () => {
  const header = directives(HEADERS.get('content-security-policy') ?? '');
  const page = directives(policy([]));
  // The header lists what the page forbids by default-src, which would cover scripts and styles too.
  for (const kind of ['object-src', 'frame-src', 'media-src', 'frame-ancestors']) page.set(kind, ["'none'"]);
  page.delete('default-src');
  page.delete('script-src');
  page.delete('style-src');
  expect(header).toEqual(page);
  expect([...HEADERS.keys()]).toEqual([
    'content-security-policy',
    'x-content-type-options',
    'referrer-policy',
    'permissions-policy',
    'cross-origin-opener-policy',
  ]);
});

for (const name of SERVERS) {
  for (const path of ['', '/a/b/c']) {
    describe(`${name} at ${path || 'the root'}`, () => {
      let server: Awaited<ReturnType<typeof serveWith>>;
      beforeAll(async () => {
        server = await serveWith(name, plain, path);
      });
      afterAll(() => server.stop());
      const at = (file: string): string => server.address + file;

      test('every answer has the headers', async () => {
        const asked = ['index.html', STYLES, 'service-worker.js', 'nothing/here.html', 'assets/nothing.css'];
        for (const file of asked) {
          const { headers } = await ask(at(file));
          expect(headers, file).toMatchObject(Object.fromEntries(HEADERS));
        }
      });

      test('a folder shows its index, with or without a slash, below the same path', async () => {
        expect((await ask(at(''))).statusCode).toBe(200);
        expect((await ask(at('events/'))).statusCode).toBe(200);
        const { statusCode, headers } = await ask(at('events'));
        expect([301, 308]).toContain(statusCode);
        expect(headers.location).toBe(`${path}/events/`);
        if (path === '') return;
        const bare = await ask(at('').slice(0, -1));
        expect([301, 308]).toContain(bare.statusCode);
        expect(bare.headers.location).toBe(`${path}/`);
      });

      test('only a file that was sent whole, or is unchanged, is cached for a year', async () => {
        const { etag = '' } = (await ask(at(STYLES))).headers;
        const asked: [string, RequestOptions, number[]][] = [
          [STYLES, { headers: { 'if-none-match': etag } }, [304]],
          [STYLES, { headers: { range: 'bytes=99999999-', 'accept-encoding': 'identity' } }, [416]],
          ['assets/', {}, [403, 404]],
          ['assets/unreadable.css', {}, [403, 500]],
          [STYLES, { method: 'POST' }, [405]],
        ];
        for (const [file, options, statuses] of asked) {
          const { statusCode, headers } = await ask(at(file), options);
          expect(statuses, file).toContain(statusCode);
          const forever = headers['cache-control']?.includes('immutable') ?? false;
          expect(forever, `${file}: ${statusCode}`).toBe(statusCode === 304);
        }
      });

      test.each(['nothing/here.html', 'assets/nothing.css', 'search/nothing.pf_meta'])(
        'answers %s, which does not exist, with the 404 page, not to be cached',
        async (file) => {
          const answer = await fetch(at(file));
          expect(answer.status).toBe(404);
          expect(await answer.text()).toBe(readFileSync(join(plain, '404.html'), 'utf8'));
          expect(answer.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/i);
          expect(answer.headers.get('cache-control')).toBe('no-cache');
        },
      );

      test('files with a hash in their name are cached for a year; others are revalidated, and sent only if changed', async () => {
        for (const file of [...HASHED, ...CURRENT]) {
          const { statusCode, headers } = await ask(at(file));
          const caching = HASHED.includes(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
          expect([statusCode, headers['cache-control']], file).toEqual([200, caching]);
          const again = await ask(at(file), { headers: { 'if-none-match': headers.etag ?? '' } });
          expect([again.statusCode, again.size], file).toEqual([304, 0]);
        }
      });

      test('texts are compressed, with a Vary header', async () => {
        for (const file of [...TEXTS, 'nothing/here.html']) {
          const { headers, size } = await ask(at(file));
          expect(headers['content-encoding'], file).toBe('gzip');
          expect(headers.vary, file).toContain('Accept-Encoding');
          const whole = statSync(join(plain, file.startsWith('nothing') ? '404.html' : file)).size;
          expect(size, file).toBeLessThan(whole / 2);
        }
      });

      test('files have their types', async () => {
        const types = {
          'index.html': /^text\/html; ?charset=utf-8$/i,
          'service-worker.js': /^(?:text|application)\/javascript/,
          'icon.svg': /^image\/svg\+xml/,
          'data/reports.csv': /^text\/csv; ?charset=utf-8$/i,
          'site.webmanifest': /^application\/manifest\+json/,
        };
        for (const [file, type] of Object.entries(types))
          expect((await ask(at(file))).headers['content-type'], file).toMatch(type);
      });
    });
  }

  test(`${name} sends compressed files where there are any`, async () => {
    const { address, stop } = await serveWith(name, packed, '/a/b/c');
    try {
      for (const file of TEXTS) {
        const { headers, size } = await ask(address + file);
        const [encoding, end] = name === 'caddy' ? ['br', 'br'] : ['gzip', 'gz'];
        expect(headers['content-encoding'], file).toBe(encoding);
        expect(size, file).toBe(statSync(join(packed, `${file}.${end}`)).size);
        const unpacked = Buffer.from(await (await fetch(address + file)).arrayBuffer());
        expect(unpacked.equals(readFileSync(join(plain, file))), file).toBe(true);
      }
    } finally {
      await stop();
    }
  });
}
