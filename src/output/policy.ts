// The content-security policy of each page (https://www.w3.org/TR/CSP3/): nothing from another host, no
// inline style, inline scripts only by their hash. It holds on file:// as well.
import { createHash } from 'node:crypto';

/** The policy of a page with these inline scripts. `'wasm-unsafe-eval'` lets the search engine start. */
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
 * A page with its policy in its head, before anything it governs.
 * @param scripts the text of its inline scripts
 * @throws where the page has no head
 */
export function withPolicy(html: string, scripts: readonly string[]): string {
  const before = /<meta charset[^>]*>/.exec(html) ?? /<head[^>]*>/.exec(html);
  if (!before) throw new RangeError('A page without a head has no place for its policy.');
  const end = before.index + before[0].length;
  const meta = `<meta http-equiv="content-security-policy" content="${policy(scripts)}">`;
  return html.slice(0, end) + meta + html.slice(end);
}
