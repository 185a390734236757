// The content-security policy of each page (https://www.w3.org/TR/CSP3/): nothing from another host, no
// inline style, inline scripts only by their hash. It holds on file:// as well.
import { createHash } from 'node:crypto';
import type { CheerioAPI } from 'cheerio';

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

/** Puts the policy of a page into its head, before anything it governs. */
export function addPolicy($: CheerioAPI): void {
  const scripts = $('script:not([src])')
    .map((_index, element) => $(element).text())
    .get();
  const meta = $('<meta http-equiv="content-security-policy">').attr('content', policy(scripts));
  const charset = $('meta[charset]');
  if (charset.length > 0) charset.first().after(meta);
  else $('head').prepend(meta);
}
