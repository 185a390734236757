import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { processPage } from '../../src/output/post-process.ts';
import { sheetReader } from '../../src/output/inline-styles.ts';
import { rewriteTags, type Attributes } from '../../src/output/tag-rewriter.ts';

function read(html: string): { tags: [string, Attributes][]; scripts: string[] } {
  const tags: [string, Attributes][] = [];
  const scripts: string[] = [];
  rewriteTags(html, {
    tag: (name, attributes) => void tags.push([name, attributes]),
    inlineScript: (text) => scripts.push(text),
  });
  return { tags, scripts };
}

test('tags are read with their attributes decoded', () => {
  expect(read('<A href="a&amp;b" title=\'"\' hidden>x</A><br/><img src=x.png>').tags).toEqual([
    ['a', { href: 'a&b', title: '"', hidden: '' }],
    ['br', {}],
    ['img', { src: 'x.png' }],
  ]);
});

test('text that looks like a tag is not read as one', () => {
  const html =
    '<!-- <a href="x"> --><textarea><a href="x"></textarea><title><a></title><p title="<a>"></p><script>"<a>"</script>';
  expect(read(html).tags.map(([name]) => name)).toEqual(['textarea', 'title', 'p', 'script']);
});

test('the text of inline scripts is read as it runs', () => {
  expect(read('<script>a < b && "&amp;"</script><script src="x.js">no</script>x').scripts).toEqual([
    'a < b && "&amp;"',
  ]);
});

test('a page without changes keeps its bytes, but void elements lose the slash that Astro writes', () => {
  const same = '<!doctype html>\n<P  id=x>&eacute;é<br> <svg viewBox="0 0 1 1"><path d="M0"/></svg></P >';
  const html = `<p>a<wbr/>b<img alt="" /></p>${same}`;
  expect(rewriteTags(html, { tag: () => undefined })).toBe(`<p>a<wbr>b<img alt=""></p>${same}`);
});

test('changed attributes are escaped, and a self-closing tag stays one', () => {
  const change = (name: string): Attributes | 'drop' | undefined =>
    name === 'link' ? 'drop' : name === 'path' ? { pathLength: '1', d: 'a"b&<c', hidden: '' } : undefined;
  expect(
    rewriteTags('<link href="x"><svg><path d="M0"/></svg><path></path>', { tag: (name) => change(name) }),
  ).toBe(
    '<svg><path pathLength="1" d="a&quot;b&amp;&lt;c" hidden=""/></svg><path pathLength="1" d="a&quot;b&amp;&lt;c" hidden=""></path>',
  );
});

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page gets relative addresses, each style sheet once in its head, and its policy first', () => {
  const html =
    '<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="stylesheet" href="/assets/a.css">' +
    '<link rel="stylesheet" href="/p.css" media="print"></head><body><link rel="stylesheet" href="/assets/a.css">' +
    '<link rel="stylesheet" href="/assets/b.css"><a href="/x.html#y">x</a><script>1</script></body></html>';
  const sheet = (address: string): string => `${address.slice(8, 9)}{src:url(/assets/f.woff2)}`;
  const { html: done, links, sheets } = processPage(html, 'b/c.html', sheet);
  const style = 'a{src:url(../assets/f.woff2)}b{src:url(../assets/f.woff2)}';
  const meta = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(done);
  expect(meta?.[1]).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('1')};`);
  expect(meta?.[1]).toContain(`style-src 'self' ${hash(style)};`);
  expect(done).toBe(
    `<!DOCTYPE html><html><head><meta charset="utf-8">${meta?.[0] ?? ''}<link rel="stylesheet" href="../p.css" media="print">` +
      `<style>${style}</style></head><body><a href="../x.html#y">x</a><script>1</script></body></html>`,
  );
  expect(links).toMatchObject({ links: new Set(['../x.html#y']), loaded: new Set(['../p.css']) });
  expect(sheets).toEqual(new Set(['/assets/a.css', '/assets/b.css']));
});

test('the page for missing addresses has full paths where the address of the site is known', () => {
  const html = '<head><link rel="stylesheet" href="/a.css"></head><a href="/x.html">x</a><a href="#y">y</a>';
  const done = (site?: URL): string =>
    processPage(html, '404.html', () => 'url(/f)', site).html.replace(/^.*(?=<style>)/, '');
  expect(done()).toBe('<style>url(f)</style></head><a href="x.html">x</a><a href="#y">y</a>');
  expect(done(new URL('https://example.org/a/'))).toBe(
    '<style>url(/a/f)</style></head><a href="/a/x.html">x</a><a href="#y">y</a>',
  );
});

test('a sheet names its fonts from the root of the site', () => {
  const dir = mkdtempSync(join(tmpdir(), 'sheets-'));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'assets/a.css'), 'a{b:url(f.woff2);c:url("g.svg");d:url(data:x);e:url(#h)}\n');
  expect(sheetReader(dir)('/assets/a.css')).toBe(
    'a{b:url(/assets/f.woff2);c:url("/assets/g.svg");d:url(data:x);e:url(#h)}',
  );
  rmSync(dir, { recursive: true });
});

test('a page without a head is refused', () => {
  expect(() => processPage('<p>x</p>', 'x.html', () => '')).toThrow('the page has no head');
});
