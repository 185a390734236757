// The content security policy of each page (https://www.w3.org/TR/CSP3/). It forbids everything from another host,
// inline styles, and inline scripts without their hash, on file:// too. Astro's `security.csp` cannot replace this module:
// it omits the hash of an `is:inline` script, and writes its tag after that script.
import { createHash } from 'node:crypto';

/** The policy of a page with these inline scripts. The search engine is WebAssembly: it needs `'wasm-unsafe-eval'`. */
export function policy(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval' ${[...new Set(hashes)].sort().join(' ')}`.trim(),
    `style-src 'self'`,
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
 * Adds the policy to the head of a page, before any script or style sheet.
 * @param scripts the text of the page's inline scripts
 * @throws RangeError if the page has no head
 */
export function withPolicy(html: string, scripts: readonly string[]): string {
  const before = /<meta charset[^>]*>/.exec(html) ?? /<head[^>]*>/.exec(html);
  if (!before) throw new RangeError('Cannot add a content security policy: the page has no head.');
  const end = before.index + before[0].length;
  const meta = `<meta http-equiv="content-security-policy" content="${policy(scripts)}">`;
  return html.slice(0, end) + meta + html.slice(end);
}
