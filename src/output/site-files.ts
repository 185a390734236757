// Writes the files that stand beside the pages: robots.txt, the licences of what the site ships, and security.txt if
// SITE_CONTACT is set.
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, siteContact } from '../project.ts';
import { SITE_NAME } from '../site.ts';
import { SITEMAP } from './sitemap.ts';

/** The npm packages with code in the scripts of the site. */
export const SHIPPED = [
  'fastest-levenshtein',
  'pagefind',
  'workbox-core',
  'workbox-routing',
  'workbox-strategies',
];

/** The text of a package's licence. @throws if the package has none */
function licenceOf(name: string): string {
  const cwd = join(PROJECT, 'node_modules', name);
  const file = globSync('LICEN[CS]E{,.*,/LICENSE}', { cwd }).find((path) =>
    statSync(join(cwd, path)).isFile(),
  );
  if (file === undefined) throw new Error(`The package ${name} has no licence.`);
  return readFileSync(join(cwd, file), 'utf8').trim();
}

/** @returns the text of the licences of everything that the site ships */
export function licences(): string {
  const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8').trim();
  const parts = [
    [SITE_NAME, read('LICENSE')],
    ['The fonts: parts of Source Serif and Source Sans under other names', read('src/assets/fonts/OFL.txt')],
    [
      'The maps',
      'Borders: Natural Earth, https://www.naturalearthdata.com/, public domain.\nPoints: the record that each map names. GeoNames, https://www.geonames.org/, is under CC BY 4.0: https://creativecommons.org/licenses/by/4.0/',
    ],
    ...SHIPPED.map((name) => [`In the scripts: ${name}`, licenceOf(name)]),
  ];
  return parts.map(([title = '', text]) => `${title}\n${'='.repeat(title.length)}\n\n${text}\n`).join('\n\n');
}

/** robots.txt lets all programs read everything (https://www.rfc-editor.org/rfc/rfc9309). */
const robots = (site: URL | undefined): string =>
  `User-agent: *\nAllow: /\n${site ? `Sitemap: ${new URL(SITEMAP, site).href}\n` : ''}`;

/**
 * Says whom to tell of a weakness (https://www.rfc-editor.org/rfc/rfc9116).
 * @param contact an address that begins with mailto:, tel: or https://
 * @param now the time of the build; the file is valid for 365 days from then
 */
export function securityText(contact: string, site: URL | undefined, now: Date): string {
  const expires = new Date(now);
  expires.setUTCDate(now.getUTCDate() + 365);
  const canonical = site && new URL('.well-known/security.txt', site).href;
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    ...(canonical ? [`Canonical: ${canonical}`] : []),
    '',
  ].join('\n');
}

/** Writes the files into a built site. @param site its public address, if it has one */
export function writeSiteFiles(dir: string, site: URL | undefined): void {
  writeFileSync(join(dir, 'robots.txt'), robots(site));
  writeFileSync(join(dir, 'licences.txt'), licences());
  const contact = siteContact();
  if (!contact) return;
  mkdirSync(join(dir, '.well-known'), { recursive: true });
  writeFileSync(join(dir, '.well-known/security.txt'), securityText(contact, site, new Date()));
}
