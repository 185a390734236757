// nginx and Caddy, started with the configurations in hosting/, at the root of a host and below a path: pages,
// the 404 page, caching, compression, headers. The browser's way through them is in tests/browser/ways.spec.ts.
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENCODINGS, precompress } from '../../src/commands/precompress.ts';
import { sumProblems } from '../../src/integrations/offline-copy.ts';
import { files } from '../../src/output/files.ts';
import { policy } from '../../src/output/policy.ts';
import { DIST } from '../support/project.ts';
import { SERVERS, serveWith } from '../support/web-servers.ts';

const place = mkdtempSync(join(tmpdir(), 'hosted-'));
/** The parts of the site that are asked for here, without and with precompressed files. */
const plain = join(place, 'plain');
const packed = join(place, 'packed');

const one = (pattern: RegExp): string => {
  const found = files(DIST).find((path) => pattern.test(path));
  if (found === undefined) throw new Error(`dist/ has no file like ${String(pattern)}.`);
  return found;
};

const STYLES = one(/^assets\/.*\.css$/);
const LASTING = [
  STYLES,
  one(/woff2$/),
  ...['pf_index', 'pf_filter', 'pf_fragment'].map((kind) => one(new RegExp(`^search/.*${kind}$`))),
];
const CHANGING = [
  'index.html',
  'events/index.html',
  '404.html',
  'search/search.js',
  'search/pagefind-entry.json',
  'search/wasm.en-gb.pagefind',
  'service-worker.js',
  'icon.svg',
  'data/reports.csv',
];

beforeAll(async () => {
  for (const path of [...LASTING, ...CHANGING]) cpSync(join(DIST, path), join(plain, path));
  cpSync(plain, packed, { recursive: true });
  await precompress(packed);
}, 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Asks as a browser does. */
async function ask(
  address: string,
  headers: Record<string, string> = {},
): Promise<IncomingMessage & { size: number }> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { 'accept-encoding': 'gzip, deflate, br', ...headers } }, (response) => {
      let size = 0;
      response.on('data', (chunk: Buffer) => (size += chunk.length));
      response.once('end', () => resolve(Object.assign(response, { size })));
      response.once('error', reject);
    })
      .once('error', reject)
      .end();
  });
}

/** A policy's directives. */
const directives = (text: string): Map<string, string> =>
  new Map(
    text.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values.join(' ')];
    }),
  );

/** The headers that go with every answer, as Netlify and Cloudflare read them from `_headers`. */
const HEADERS = new Map(
  [...readFileSync(join(DIST, '_headers'), 'utf8').matchAll(/^ {2}([A-Z][\w-]+): (.*)$/gm)]
    .map(([, name = '', value = '']) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name !== 'cache-control'),
);

test('the policy in the headers is that of the pages, without what needs their hashes', () => {
  const header = directives(HEADERS.get('content-security-policy') ?? '');
  const page = directives(policy([]));
  // What is not fetched by default must not be fetched here either, since a header has no default.
  for (const kind of ['object-src', 'frame-src', 'media-src', 'frame-ancestors']) page.set(kind, "'none'");
  page.delete('default-src');
  page.delete('script-src');
  expect(Object.fromEntries(header)).toEqual(Object.fromEntries(page));
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
      }, 120_000);
      afterAll(() => server.stop());
      const at = (file: string): string => server.address + file;

      test('every answer has the headers', async () => {
        for (const file of [
          'index.html',
          STYLES,
          'service-worker.js',
          'nothing/here.html',
          'assets/nothing.css',
        ]) {
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
      });

      test.each(['nothing/here.html', 'assets/nothing.css', 'search/index/nothing'])(
        'there is no %s: the 404 page, which nobody keeps',
        async (file) => {
          const answer = await fetch(at(file));
          expect(answer.status).toBe(404);
          expect(await answer.text()).toBe(readFileSync(join(plain, '404.html'), 'utf8'));
          expect(answer.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/i);
          expect(answer.headers.get('cache-control')).toBe('no-cache');
        },
      );

      test('what changes its name with its content is kept for a year', async () => {
        for (const file of LASTING) {
          const { statusCode, headers } = await ask(at(file));
          expect(statusCode, file).toBe(200);
          expect(headers['cache-control'], file).toBe('public, max-age=31536000, immutable');
        }
      });

      test('all else is revalidated, which costs no second copy', async () => {
        for (const file of CHANGING) {
          const { statusCode, headers } = await ask(at(file));
          expect(statusCode, file).toBe(200);
          expect(headers['cache-control'], file).toBe('no-cache');
          const again = await ask(at(file), { 'if-none-match': headers.etag ?? '' });
          expect([again.statusCode, again.size], file).toEqual([304, 0]);
        }
      });

      test('texts are compressed, and say so to caches', async () => {
        for (const file of [
          'index.html',
          STYLES,
          'search/search.js',
          'data/reports.csv',
          'nothing/here.html',
        ]) {
          const { headers, size } = await ask(at(file));
          expect(headers['content-encoding'], file).toBe('gzip');
          expect(headers.vary, file).toContain('Accept-Encoding');
          const whole = statSync(join(plain, file.startsWith('nothing') ? '404.html' : file)).size;
          expect(size, file).toBeLessThan(whole / 2);
        }
      });

      test('files have their types', async () => {
        const type = async (file: string): Promise<string | undefined> =>
          (await ask(at(file))).headers['content-type'];
        expect(await type('index.html')).toMatch(/^text\/html; ?charset=utf-8$/i);
        expect(await type('service-worker.js')).toMatch(/^(?:text|application)\/javascript/);
        expect(await type('icon.svg')).toMatch(/^image\/svg\+xml/);
        expect(await type('data/reports.csv')).toMatch(/^text\/csv; ?charset=utf-8$/i);
      });
    });
  }

  test(`${name} sends precompressed files where there are such`, { timeout: 120_000 }, async () => {
    const { address, stop } = await serveWith(name, packed, '/a/b/c');
    try {
      for (const file of ['index.html', STYLES, 'search/search.js']) {
        const { headers, size } = await ask(address + file);
        const [encoding, end] = name === 'caddy' ? ['br', 'br'] : ['gzip', 'gz'];
        expect(headers['content-encoding'], file).toBe(encoding);
        expect(size, file).toBe(statSync(join(packed, `${file}.${end}`)).size);
        expect(await (await fetch(address + file)).text(), file).toBe(
          readFileSync(join(plain, file), 'utf8'),
        );
      }
    } finally {
      await stop();
    }
  });
}

test('a copy with precompressed files is whole, unless one of them is another’s', async () => {
  const copy = join(place, 'copy');
  for (const path of ['index.html', 'icon.svg']) cpSync(join(DIST, path), join(copy, path));
  const listed = readFileSync(join(DIST, 'SHA256SUMS'), 'utf8')
    .split('\n')
    .filter((line) => / (?:index\.html|icon\.svg)$/.test(line));
  writeFileSync(join(copy, 'SHA256SUMS'), `${listed.join('\n')}\n`);
  expect(await precompress(copy)).toMatchObject({ files: ENCODINGS.length });
  expect(sumProblems(copy)).toEqual([]);
  const before = readFileSync(join(copy, 'index.html.br'));
  await precompress(copy);
  expect(readFileSync(join(copy, 'index.html.br')).equals(before), 'the same bytes again').toBe(true);
  cpSync(join(copy, 'index.html.gz'), join(copy, 'icon.svg.gz'));
  writeFileSync(join(copy, 'index.html.br'), 'no Brotli');
  expect(sumProblems(copy)).toEqual(['icon.svg.gz: not in the list', 'index.html.br: not in the list']);
});
