// Crawls the built site, and checks the crawler itself on small sites with one fault each.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crawl, type Crawl } from '../support/crawl.ts';
import { edited, libraryWith } from '../support/library.ts';
import { DIST, makeProject, runNode, searchRecords } from '../support/project.ts';
import { texts } from '../support/site.ts';

describe('the site', () => {
  let site: Crawl;
  beforeAll(() => {
    site = crawl(DIST);
  });

  test('has only relative addresses of files, loads nothing from other hosts, and has no inline code without a hash', () => {
    expect(site.pages.length).toBeGreaterThan(100);
    expect(site.problems).toEqual([]);
  });

  test('links to every page except the 404 page, directly or indirectly, from its home page', () => {
    expect(site.pages.filter((path) => !site.reached.has(path))).toEqual(['404.html']);
  });

  test('has the page and anchor of every search result', () => {
    const addresses = searchRecords(DIST).flatMap(({ url, anchors }) => [
      url,
      ...anchors.map(({ id }) => `${url.replace(/#.*/, '')}#${encodeURIComponent(id)}`),
    ]);
    expect(addresses.length).toBeGreaterThan(100);
    const wrong = addresses.filter((address) => site.follow('index.html', address.slice(1)) !== undefined);
    expect(wrong).toEqual([]);
  });

  test('has no canonical address, sitemap or feed without a public address', () => {
    for (const path of ['sitemap.xml', 'corrections.xml', '.well-known'])
      expect(existsSync(join(DIST, path)), path).toBe(false);
    const found = site.pages.filter((path) =>
      /rel="(?:canonical|alternate)"/.test(readFileSync(join(DIST, path), 'utf8')),
    );
    expect(found).toEqual([]);
  });
});

describe('the crawler', () => {
  const place = mkdtempSync(join(tmpdir(), 'crawled '));
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  // Hashed with: printf 'ok()' | openssl dgst -sha256 -binary | base64
  const policy = `default-src 'none'; script-src 'self' 'sha256-TD4bijd3KUcHDmm9fAy+0QwyFVw/v4b25yHb8E2F7bY='; style-src 'self'`;
  const HEAD = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="POLICY">`;

  /** Crawls a site of two pages, a style sheet and a picture. @param html the body of one page. @returns its problems */
  function found(html: string, { head = HEAD, css = '' } = {}): readonly string[] {
    const dir = mkdtempSync(join(place, 'site '));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    };
    const sound = head.replace('POLICY', policy);
    write('index.html', `${sound}<a href="people/ada.html">Ada</a>`);
    write('people/ada.html', `${sound}${html}`);
    write('assets/site.css', css);
    write('assets/a b.svg', '<svg/>');
    return crawl(dir).problems;
  }

  test.each([
    '<a href="../index.html">x</a>',
    '<a href="#here">x</a><p id="here">x</p>',
    '<a href="https://example.org/">x</a>',
    '<img src="../assets/a%20b.svg" alt="">',
    '<img src="data:image/svg+xml,x" alt="">',
    '<link rel="stylesheet" href="../assets/site.css">',
    '<script>ok()</script>',
  ])('accepts %s', (html) => expect(found(html)).toEqual([]));

  test.each([
    ['<a href="/index.html">x</a>', 'is absolute'],
    ['<a href="//example.org">x</a>', 'is absolute'],
    ['<a href="../">x</a>', 'leads to a folder'],
    ['<a href="../people">x</a>', 'leads to a folder'],
    ['<a href=".">x</a>', 'leads to a folder'],
    ['<a href="../nobody.html">x</a>', 'leads to no file'],
    ['<a href="../index.html#nowhere">x</a>', 'leads to no anchor'],
    ['<a href="#nowhere">x</a>', 'leads to no anchor'],
    ['<a href="javascript:x()">x</a>', 'is no link for a page'],
    ['<a href="http://example.org/">x</a>', 'is no link for a page'],
    ['<form action="/x"></form>', 'is absolute'],
    ['<img src="https://example.org/x.png" alt="">', 'is loaded from elsewhere'],
    ['<img srcset="../x.svg 1x, https://example.org/x.png 2x" alt="">', 'is loaded from elsewhere'],
    ['<video poster="../x.png"></video>', 'leads to no file'],
    ['<link rel="preconnect" href="https://example.org">', 'is loaded from elsewhere'],
    ['<svg><use href="../assets/gone.svg#x"/></svg>', 'leads to no file'],
    ['<script>evil()</script>', 'inline script without a hash: evil()'],
    ['<style>p { background: url(https://example.org/x.png) }</style>', 'is loaded from elsewhere'],
    ['<style>p { color: red }</style>', 'inline style without a hash'],
    ['<p style="color: red">x</p>', 'inline style on p'],
    ['<p onclick="x()">x</p>', 'inline onclick on p'],
    ['<base href="/">', 'a base element'],
    ['<meta http-equiv="refresh" content="1">', 'a refresh'],
  ])('finds %s', (html, problem) => expect(found(html).join('\n')).toContain(problem));

  test.each([
    ['@import "gone.css";', 'assets/site.css: gone.css leads to no file'],
    ['@import url(https://example.org/x.css);', 'is loaded from elsewhere'],
    [`a { background: url('/x.png') }`, 'is absolute'],
    ['a { background: url( x.png ) }', 'leads to no file'],
  ])('finds in a style sheet %s', (css, problem) => expect(found('', { css }).join('\n')).toContain(problem));

  test.each([
    ['', '0 content-security policies'],
    [HEAD.replace('POLICY', `default-src 'self' 'unsafe-inline'`), `the policy allows 'unsafe-inline'`],
    [HEAD.replace('POLICY', `default-src https:`), 'the policy allows https:'],
    [HEAD.replace('POLICY', `default-src 'self' example.org`), 'the policy allows example.org'],
    [`<script src="x.js"></script>${HEAD}`, 'the policy stands after what it governs'],
  ])('finds in a head %s', (head, problem) => expect(found('', { head }).join('\n')).toContain(problem));
});

/**
 * Tags that Zotero reads besides those of this site: https://github.com/zotero/translators, “Embedded Metadata” and “RDF”.
 * A tag of one of these vocabularies changes what Zotero saves of a page.
 */
const OTHER_VOCABULARIES =
  /^(?:bibo?|dc|dcterms|prism|foaf|vcard|link|z|eprints?|article|book|music|video|so|codemeta|rdf)[.:_]|^og[._]|^og:(?!(?:title|type|site_name|description|url|image(?::width|:height|:alt)?)$)|^citation_(?!date$)/i;

describe('a site with a public address below a path', () => {
  const SITE = new URL('https://example.org/library/raids/');
  const { root, remove } = libraryWith({
    ...edited(
      'people/ada.mdx',
      'side: kyiv',
      `side: kyiv
changes:
  - { on: 2024-03-06, what: 'She was called <Eve> & “Ada”.', why: A slip of ours. }
  - { on: 2024-03-07, what: Her office was added., why: It is in the Gazette. }`,
    ),
    ...edited(
      'events/closure.mdx',
      'kind: measure',
      'kind: measure\nchanges: [{ on: 2024-03-06, what: The day was wrong., why: A second reading. }]\nformerly: [{ id: shutting, on: 2024-03-08, why: The texts say closure. }]',
    ),
    ...edited(
      'pages/method.mdx',
      'summary:',
      'formerly: [{ id: people/eve, on: 2024-03-09, why: She is in no text. }]\nsummary:',
    ),
  });
  const dist = join(root, 'dist');
  const read = (path: string): string => readFileSync(join(dist, path), 'utf8');
  const canonical = (path: string): string => new URL(path.replace(/(^|\/)index\.html$/, '$1'), SITE).href;
  let site: Crawl;

  beforeAll(async () => {
    makeProject(root);
    // SITE_URL may be given without the slash at its end.
    const settings = { SITE_URL: SITE.href.slice(0, -1), SITE_CONTACT: 'editors@example.org' };
    const run = runNode(root, 'src/commands/build.ts', [], settings);
    expect(await run.end, run.output()).toBe(0);
    site = crawl(dist, SITE);
  });
  afterAll(remove);

  test('has no other absolute address', () => expect(site.problems).toEqual([]));

  test('names the canonical address of each page', () => {
    for (const path of site.pages) {
      const stands = path === 'events/shutting.html' ? 'events/closure.html' : path;
      const $ = load(read(path));
      expect($('link[rel="canonical"]').attr('href'), path).toBe(canonical(stands));
      expect($('meta[property="og:url"]').attr('content'), path).toBe(canonical(stands));
    }
  });

  test('lists every page in its sitemap except those that are marked noindex', () => {
    const $ = load(read('sitemap.xml'), { xml: true });
    expect($('urlset').attr('xmlns')).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
    const listed = site.pages.filter((path) => !read(path).includes('<meta name="robots" content="noindex"'));
    expect(site.pages.length - listed.length).toBeGreaterThan(2);
    expect(texts($('loc'))).toEqual(listed.map(canonical));
    expect(read('robots.txt')).toMatch(/^User-agent: \*\nAllow: \/\nSitemap: https:\S+\/sitemap\.xml\n$/);
  });

  test('says whom to tell of a weakness', () => {
    expect(read('.well-known/security.txt')).toMatch(
      /^Contact: mailto:editors@example\.org\nExpires: \d{4}-.*Z\nPreferred-Languages: en\nCanonical: https:.*\/\.well-known\/security\.txt\n$/,
    );
  });

  test('an old address leads on, says why, and is linked from nowhere; a withdrawn entry leads nowhere by itself', () => {
    const $ = load(read('events/shutting.html'));
    expect(read('events/shutting.html')).toContain(
      '<noscript><meta http-equiv="refresh" content="0; url=closure.html"></noscript>',
    );
    expect($('main a').attr('href')).toBe('closure.html');
    expect($('main').text()).toContain('8 March 2024: The texts say closure.');
    const gone = load(read('people/eve.html'));
    expect(gone('h1').text()).toBe('This entry was withdrawn');
    expect(gone('main').text()).toContain('9 March 2024: She is in no text.');
    expect(gone('main a').attr('href')).toBe('../method.html');
    expect(gone('noscript, main script').length).toBe(0);
    for (const path of ['events/shutting.html', 'people/eve.html']) {
      expect(site.reached.has(path), path).toBe(false);
      expect(read('sitemap.xml')).not.toContain(path);
      expect(searchRecords(dist).map(({ url }) => url)).not.toContain(`/${path}`);
    }
    expect(load(read('events/closure.html'))('.changes ul').text()).toContain('old address shutting');
  });

  test('has a card of 1200 × 630 pixels for each page, small, and with its title for questions, events, groups', () => {
    const cards = new Set<string>();
    for (const path of site.pages) {
      const card = load(read(path))('meta[property="og:image"]').attr('content') ?? '';
      expect(card.startsWith(SITE.href), path).toBe(true);
      cards.add(card.slice(SITE.href.length));
    }
    expect([...cards].sort()).toEqual([
      'cards/events/closure.png',
      'cards/groups/boatmen.png',
      'cards/questions/was-it-unsafe.png',
      'cards/site.png',
    ]);
    for (const card of cards) {
      const png = readFileSync(join(dist, card));
      // The header of a PNG has its size at bytes 16 to 23: https://www.w3.org/TR/png/#11IHDR
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(png.length, card).toBeLessThan(20_000);
    }
  });

  test('Zotero saves each page with title, site, address, date and summary', () => {
    for (const path of site.pages) {
      const $ = load(read(path));
      // The name of a tag counts before its property.
      const tags: Record<string, string> = Object.fromEntries(
        [...$('meta[content]')].map(({ attribs: { name, property = '', content = '' } }) => [
          name ?? property,
          content,
        ]),
      );
      expect(Object.keys(tags).filter((name) => OTHER_VOCABULARIES.test(name))).toEqual([]);
      // A web page for Zotero, without a creator.
      expect(tags['og:type'], path).toBe('website');
      expect($('.byline, .vcard').length, path).toBe(0);
      expect(
        $('title')
          .text()
          .startsWith(tags['og:title'] ?? ' '),
        path,
      ).toBe(true);
      if (path === 'people/ada.html')
        expect(tags).toMatchObject({
          'og:title': 'Ada',
          'og:site_name': 'Claimed & Denied',
          'og:url': `${SITE.href}people/ada.html`,
          citation_date: '2024-03-07',
          description: 'The mayor.',
        });
    }
  });

  test('states the subject of a page in JSON-LD, and nothing that only voices say', () => {
    const data = (path: string): unknown =>
      JSON.parse(load(read(path))('script[type="application/ld+json"]').text());
    const page = (path: string): object => ({ '@context': 'https://schema.org', url: SITE.href + path });
    expect(data('events/closure.html')).toEqual({
      ...page('events/closure.html'),
      '@type': 'Article',
      headline: 'Closure of the old bridge',
      about: { '@type': 'Event', name: 'Closure of the old bridge' },
      isPartOf: { '@type': 'WebSite', name: 'Claimed & Denied' },
      dateModified: '2024-03-06',
    });
    const claim = (text: string, row: string): object => ({
      '@type': 'Claim',
      text,
      appearance: [`${SITE.href}sources/${row}`],
    });
    expect(data('questions/was-it-unsafe.html')).toMatchObject({
      about: [claim('It was unsafe', 'herald.html#r1'), claim('It was never unsafe', 'gazette.html#r4')],
    });
    const license = expect.stringContaining('/by/4.0/') as string;
    expect(data('data.html')).toMatchObject({ '@type': 'Dataset', license });
    expect(data('index.html')).toMatchObject({ '@type': 'WebSite' });
    expect(data('whole.html')).toMatchObject({
      ...page('whole.html'),
      '@type': 'Book',
      dateModified: '2024-03-07',
      hasPart: expect.arrayContaining([
        { '@type': 'Chapter', name: 'Questions', url: `${SITE.href}whole.html#questions` },
      ]) as unknown,
    });
    const subjects = {
      'places/old-bridge': { '@type': 'Place', geo: { latitude: 50.5, longitude: 35.7 } },
      'sources/gazette': { datePublished: '2024-03-05', publisher: { name: 'The Gazette' } },
      'people/ada': { '@type': 'Person' },
      'groups/boatmen': { '@type': 'Organization' },
      'terms/unsafe': { '@type': 'DefinedTerm' },
    };
    for (const [path, about] of Object.entries(subjects))
      expect(data(`${path}.html`)).toMatchObject({ about });
  });

  test('has a feed of its corrections, the newest first', () => {
    const $ = load(read('corrections.xml'), { xml: true });
    expect($('rss').attr('version')).toBe('2.0');
    expect(texts($('channel > link'))).toEqual([SITE.href]);
    expect(texts($('item > description'))).toEqual([
      'Her office was added. It is in the Gazette.',
      'The day was wrong. A second reading.',
      'She was called <Eve> & “Ada”. A slip of ours.',
    ]);
    expect(texts($('item > pubDate'))).toEqual([
      'Thu, 07 Mar 2024 00:00:00 GMT',
      'Wed, 06 Mar 2024 00:00:00 GMT',
      'Wed, 06 Mar 2024 00:00:00 GMT',
    ]);
    expect(new Set(texts($('item > guid[isPermaLink="false"]'))).size).toBe(3);
    for (const address of texts($('item > link'))) {
      expect(address.startsWith(SITE.href), address).toBe(true);
      expect(site.follow('index.html', address.slice(SITE.href.length)), address).toBeUndefined();
    }
    expect(load(read('people/ada.html'))('link[rel="alternate"]').attr('href')).toBe('../corrections.xml');
  });
});
