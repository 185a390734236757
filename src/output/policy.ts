// The content security policy of each page (https://www.w3.org/TR/CSP3/). It forbids everything from another host, and
// inline styles and scripts without their hash, on file:// too. Astro's `security.csp` cannot replace this module:
// it omits the hash of an `is:inline` script, and writes its tag after that script.
import { createHash } from 'node:crypto';

const hashed = (texts: readonly string[]): string =>
  [...new Set(texts)]
    .map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .sort()
    .join('');

/**
 * The policy of a page with these inline scripts and this inline style, if it has one. The search engine is WebAssembly:
 * it needs `'wasm-unsafe-eval'`.
 */
export function policy(scripts: readonly string[], style = ''): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval'${hashed(scripts)}`,
    `style-src 'self'${hashed(style === '' ? [] : [style])}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/**
 * Adds the styles of a page at the end of its head, after what programs read of the page, and the policy before any
 * script or style sheet.
 * @param scripts the text of the page's inline scripts
 * @param style the text of its style element; empty for none
 * @throws RangeError if the page has no head
 */
export function withPolicy(html: string, scripts: readonly string[], style: string): string {
  const before = /<meta charset[^>]*>/.exec(html) ?? /<head[^>]*>/.exec(html);
  const last = html.indexOf('</head>');
  if (!before || last === -1)
    throw new RangeError('Cannot add a content security policy: the page has no head.');
  const end = before.index + before[0].length;
  const meta = `<meta http-equiv="content-security-policy" content="${policy(scripts, style)}">`;
  const element = style && `<style>${style}</style>`;
  return html.slice(0, end) + meta + html.slice(end, last) + element + html.slice(last);
}
