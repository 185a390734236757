// The folders that commands and integrations work in.
import { fileURLToPath } from 'node:url';

/** The folder of this project, with a slash at its end. */
export const PROJECT = fileURLToPath(new URL('../', import.meta.url));

/** A setting of the environment that is wrong. */
export class SettingError extends Error {
  // Astro prints the stack of an error that ends a program.
  override stack = '';

  constructor(name: string, found: string, expected: string, nearest?: string) {
    const lines = [name, `found:    ${JSON.stringify(found)}`, `expected: ${expected}`];
    super([...lines, ...(nearest ? [`nearest:  ${nearest}`] : [])].join('\n    '));
  }
}

/** The address of the site, from SITE_URL, with a slash at its end, as URL resolution needs it. @throws SettingError */
export function siteUrl(): string | undefined {
  const written = process.env['SITE_URL'];
  if (!written) return undefined;
  const url = URL.parse(written);
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash) return written.replace(/\/*$/, '/');
  const near = written.replace(/^(?:[a-z]+:\/+)?\/*|[?#].*$/g, '').replace(/\/*$/, '/');
  const expected = 'a web address such as https://example.org/';
  throw new SettingError('SITE_URL', written, expected, near === '/' ? undefined : `https://${near}`);
}

/** Whom to tell of a weakness of the site, from SITE_CONTACT: mailto:, tel: or https://. @throws SettingError */
export function siteContact(): string | undefined {
  const written = process.env['SITE_CONTACT'];
  if (!written) return undefined;
  const uri = /^[^\s:/@]+@[^\s:/@]+$/.test(written) ? `mailto:${written}` : written;
  if (/^(?:mailto:[^\s@]+@[^\s@]+|tel:\S+|https:\/\/\S+)$/.test(uri)) return uri;
  const expected = 'an e-mail address, or an address that begins with mailto:, tel: or https://';
  const near = /^(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?$/i.test(written) ? `https://${written}` : undefined;
  throw new SettingError('SITE_CONTACT', written, expected, near);
}

/** The folder that holds `content/`: the working folder, unless CONTENT_ROOT names another. */
export function contentRoot(): string {
  return process.env['CONTENT_ROOT'] ?? process.cwd();
}
