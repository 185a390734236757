import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { finishPage } from '../../src/integrations/finish.ts';
import { rewriteTags, sectionHeadings, type Attributes } from '../../src/integrations/tags.ts';

const whole = (pieces: readonly Uint8Array[]): string => Buffer.concat(pieces).toString();

function read(html: string): { tags: [string, Attributes][]; scripts: string[] } {
  const tags: [string, Attributes][] = [];
  const scripts: string[] = [];
  rewriteTags(html, {
    tag: (name, attributes) => void tags.push([name, attributes]),
    inlineScript: (text) => scripts.push(text),
  });
  return { tags, scripts };
}

test('tags are told with what their attributes mean', () => {
  expect(read('<A href="a&amp;b" title=\'"\' hidden>x</A><br/><img src=x.png>').tags).toEqual([
    ['a', { href: 'a&b', title: '"', hidden: '' }],
    ['br', {}],
    ['img', { src: 'x.png' }],
  ]);
});

test('what only looks like a tag is none', () => {
  const html =
    '<!-- <a href="x"> --><textarea><a href="x"></textarea><title><a></title><p title="<a>"></p><script>"<a>"</script>';
  expect(read(html).tags.map(([name]) => name)).toEqual(['textarea', 'title', 'p', 'script']);
});

test('the text of inline scripts is as it runs', () => {
  expect(read('<script>a < b && "&amp;"</script><script src="x.js">no</script>x').scripts).toEqual([
    'a < b && "&amp;"',
  ]);
});

test('what is not changed keeps its bytes', () => {
  const html = '<!doctype html>\n<P  id=x>&eacute;é<br> <svg viewBox="0 0 1 1"><path d="M0"/></svg></P >';
  expect(rewriteTags(html, { tag: () => undefined })).toBe(html);
});

test('an element without an end is written as HTML has it, and in XML closes itself', () => {
  const source = '<p>a<wbr/>b<img src="x" alt="" /></p>';
  const tag = (): undefined => undefined;
  expect(rewriteTags(source, { tag })).toBe('<p>a<wbr>b<img src="x" alt=""></p>');
  expect(rewriteTags(source, { tag, xml: true })).toBe(source);
});

test('what is changed is written so that it reads as meant', () => {
  const change = (name: string): Attributes | 'drop' | undefined =>
    name === 'link' ? 'drop' : name === 'path' ? { pathLength: '1', d: 'a"b&<c', hidden: '' } : undefined;
  expect(
    rewriteTags('<link href="x"><svg><path d="M0"/></svg><path></path>', { tag: (name) => change(name) }),
  ).toBe(
    '<svg><path pathLength="1" d="a&quot;b&amp;&lt;c" hidden=""/></svg><path pathLength="1" d="a&quot;b&amp;&lt;c" hidden=""></path>',
  );
});

test('a page is finished: addresses, style sheets once, policy first', () => {
  const html =
    '<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="stylesheet" href="/a.css"></head>' +
    '<body><link rel="stylesheet" href="/a.css"><a href="/x.html#y">x</a><script>1</script></body></html>';
  const { html: finished, links } = finishPage([html], 'b/c.html');
  const done = whole(finished);
  const hash = createHash('sha256').update('1').digest('base64');
  const meta = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(done);
  expect(meta?.[1]).toContain(`'sha256-${hash}'`);
  expect(done).toBe(
    `<!DOCTYPE html><html><head><meta charset="utf-8">${meta?.[0] ?? ''}<link rel="stylesheet" href="../a.css"></head>` +
      '<body><a href="../x.html#y">x</a><script>1</script></body></html>',
  );
  expect(links).toMatchObject({ links: new Set(['../x.html#y']), loaded: new Set(['../a.css']) });
});

test('a page that comes in pieces is the same page, wherever it is cut', () => {
  const head = '<head></head>';
  const html =
    '<!doctype html><p title="a>b">“é” &amp; <a class="x" href="/x.html">x</a><br/><!-- <a href="/y"> -->' +
    '<script>if (a < b) "<a>"</script><textarea><br/></textarea> end';
  const [expected = '', script] = [whole(finishPage([head + html], 'b/c.html').html), read(html).scripts];
  expect(expected).toContain('href="../x.html"');
  for (let at = 0; at <= html.length; at++) {
    const cut = [head, html.slice(0, at), html.slice(at)];
    expect(whole(finishPage(cut, 'b/c.html').html)).toBe(expected);
  }
  expect(whole(finishPage([head, ...html], 'b/c.html').html)).toBe(expected);
  expect(script).toHaveLength(1);
});

test('the page for missing addresses has full paths where the address of the site is known', () => {
  const html = '<head></head><a href="/x.html">x</a><a href="#y">y</a>';
  const done = (site?: URL): string =>
    whole(finishPage([html], '404.html', site).html).replace(/<head>.*<\/head>/, '');
  expect(done()).toBe('<a href="x.html">x</a><a href="#y">y</a>');
  expect(done(new URL('https://example.org/a/'))).toBe('<a href="/a/x.html">x</a><a href="#y">y</a>');
});

test('a page without a head is refused', () => {
  expect(() => finishPage(['<p>x</p>'], 'x.html')).toThrow('without a head');
});

test('headings of sections are those with an id, with their words', () => {
  expect(
    sectionHeadings(
      '<h2 id="a">A <em>b</em> &amp; c</h2><p>x</p><h2>No</h2><h3 id="c">No</h3><h2 id="d"></h2>y',
    ),
  ).toEqual([
    { id: 'a', text: 'A b & c' },
    { id: 'd', text: '' },
  ]);
});
