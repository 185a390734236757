import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeSitemap } from '../../src/output/sitemap.ts';

describe('the sitemap', () => {
  const dir = mkdtempSync(join(tmpdir(), 'sitemap '));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('has each address as text', () => {
    writeSitemap(dir, ['https://example.org/', 'https://example.org/a.html?x&y']);
    expect(readFileSync(join(dir, 'sitemap.xml'), 'utf8')).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
        '<url><loc>https://example.org/</loc></url>\n' +
        '<url><loc>https://example.org/a.html?x&amp;y</loc></url>\n</urlset>\n',
    );
  });
});
