import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { listingReader, writeSitemap } from '../../src/integrations/sitemap.ts';
import { rewriteTags } from '../../src/output/tag-rewriter.ts';

describe('the address a page is listed by', () => {
  const canonical = '<link rel="canonical" href="https://example.org/a.html">';
  test.each([
    [canonical, 'https://example.org/a.html'],
    ['', undefined],
    [`<meta name="robots" content="noindex">${canonical}`, undefined],
  ])('%s: %s', (head, expected) => {
    const { tag, address } = listingReader();
    rewriteTags(head, { tag: (name, attributes) => void tag(name, attributes) });
    expect(address()).toBe(expected);
  });
});

describe('the sitemap', () => {
  const dir = mkdtempSync(join(tmpdir(), 'sitemap '));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('has each address as text, and at the root of a host is told of in robots.txt', () => {
    writeSitemap(
      dir,
      ['https://example.org/', 'https://example.org/a.html?x&y'],
      new URL('https://example.org/'),
    );
    expect(readFileSync(join(dir, 'sitemap.xml'), 'utf8')).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
        '<url><loc>https://example.org/</loc></url>\n' +
        '<url><loc>https://example.org/a.html?x&amp;y</loc></url>\n</urlset>\n',
    );
    expect(readFileSync(join(dir, 'robots.txt'), 'utf8')).toBe(
      'User-agent: *\nAllow: /\nSitemap: https://example.org/sitemap.xml\n',
    );
  });

  test('below a path there is no robots.txt, which nobody would read there', () => {
    rmSync(join(dir, 'robots.txt'));
    writeSitemap(dir, [], new URL('https://example.org/a/'));
    expect(existsSync(join(dir, 'robots.txt'))).toBe(false);
  });
});
