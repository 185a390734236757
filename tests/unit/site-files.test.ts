import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { licences, securityText, SHIPPED } from '../../src/output/site-files.ts';
import { writeSitemap } from '../../src/output/sitemap.ts';
import { PROJECT } from '../support/project.ts';

describe('the licences', () => {
  test('are those of the site, of the fonts with their reserved name, and of each package', () => {
    const text = licences();
    expect(text).toContain('Copyright (c) 2026 The Claimed & Denied authors');
    expect(text).toContain("with Reserved Font Name 'Source'");
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
    for (const name of SHIPPED) expect(text).toContain(`In the scripts: ${name}\n`);
    expect(text.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(SHIPPED.length);
  });

  test('miss no package with code in a script', async () => {
    const { metafile } = await build({
      absWorkingDir: PROJECT,
      entryPoints: [
        ...globSync('src/scripts/*.ts', { cwd: PROJECT }),
        'src/search/client.ts',
        'src/worker/worker.ts',
      ],
      bundle: true,
      write: false,
      metafile: true,
      outdir: join(PROJECT, '.work'),
      external: ['pagefind-engine', 'search-vocabulary'],
    });
    const packages = Object.keys(metafile.inputs).flatMap(
      (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
    );
    // Pagefind writes its engine into the site.
    expect([...new Set([...packages, 'pagefind'])].sort()).toEqual(SHIPPED);
  });
});

test('security.txt names the contact for 365 days', () => {
  expect(securityText('tel:+15550100', undefined, new Date('2024-02-29T12:00:00Z'))).toBe(
    'Contact: tel:+15550100\nExpires: 2025-02-28T12:00:00.000Z\nPreferred-Languages: en\n',
  );
});

test('the sitemap has each address as text', () => {
  const dir = mkdtempSync(join(tmpdir(), 'sitemap '));
  writeSitemap(dir, ['https://example.org/', 'https://example.org/a.html?x&y']);
  const text = readFileSync(join(dir, 'sitemap.xml'), 'utf8');
  rmSync(dir, { recursive: true });
  expect(text).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n' +
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
      '<url><loc>https://example.org/</loc></url>\n' +
      '<url><loc>https://example.org/a.html?x&amp;y</loc></url>\n</urlset>\n',
  );
});
