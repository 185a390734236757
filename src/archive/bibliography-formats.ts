// Writes a bibliographic reference as text, as CSL-JSON and as BibLaTeX.
import { plugins, type CSL, type CSLDate } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { dateWords } from '../model/dates.ts';
import type { BibliographyItem } from './bibliography.ts';

/** @returns the words with a full stop, unless they end with a punctuation mark */
function sentence(words: string): string {
  return /[.?!…][”’)\]]*$/.test(words) ? words : `${words}.`;
}

/** " (22 May 2023)", or " [22 May 2023]" for an inferred date, or nothing. */
function dateText({ date, dateInferred }: BibliographyItem): string {
  if (date === undefined) return '';
  return dateInferred ? ` [${dateWords(date)}]` : ` (${dateWords(date)})`;
}

/** A reference as text: author, date, title, container, version, address. */
export function itemText(item: BibliographyItem): string {
  const { author, title, container, version, url } = item;
  const parts = [
    sentence((author ?? title) + dateText(item)),
    author !== undefined && sentence(title),
    container !== undefined && sentence(container),
    version !== undefined && `Version ${version}.`,
    url,
  ];
  return parts.filter((part) => part).join(' ');
}

type DateParts = NonNullable<CSLDate['date-parts']>[number];

/** Year, month (or season, 21 to 24) and day of an EDTF date; an unspecified part (`2023-05-XX`) ends them. */
function dateParts(text: string): DateParts | undefined {
  const match = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text);
  return match?.slice(1).filter(Boolean).map(Number) as DateParts | undefined;
}

/** An EDTF date in CSL (https://docs.citationstyles.org/en/stable/specification.html#date-variables). */
function cslDate(date: string): CSLDate {
  const [from, to, ...rest] = date.split('/').map(dateParts);
  if (!from || rest.length > 0 || (date.includes('/') && !to)) return { literal: dateWords(date) };
  const circa = /[~?%]/.test(date) && { circa: true };
  if (to) return { 'date-parts': [from, to], ...circa };
  const [year, month = 0] = from.map(Number) as [number, number?];
  return month > 20 ? { 'date-parts': [[year]], season: month - 20 } : { 'date-parts': [from], ...circa };
}

/** A reference as an item of CSL-JSON (https://github.com/citation-style-language/schema). */
function cslItem(item: BibliographyItem): CSL {
  const { key, type, author, title, container, date, version, url, note } = item;
  return {
    id: key,
    type,
    ...(author !== undefined && { author: [{ literal: author }] }),
    title,
    ...(container !== undefined && { 'container-title': container }),
    ...(date !== undefined && { issued: cslDate(date) }),
    ...(version !== undefined && { version }),
    ...(url !== undefined && { URL: url }),
    ...(note !== undefined && { note }),
  };
}

/** A reference as CSL-JSON: a list of one item. */
export function cslJson(item: BibliographyItem): string {
  return JSON.stringify([cslItem(item)]);
}

/** The characters that have a meaning in TeX. BibTeX counts braces even behind a backslash. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function tex(text: string): string {
  return text.replace(/[\\{}~^$&%#_]/g, (character) => TEX[character] ?? `\\${character}`);
}

// Escape TeX characters here: citation-js does so only if `asciiOnly` is set, which removes every non-Latin letter.
Object.assign(plugins.config.get('@bibtex').format, {
  asciiOnly: false,
  useIdAsLabel: true,
  checkLabel: false,
});

/** The dates that citation-js can write as BibLaTeX: years, months and days without `~` or `?`. */
const PLAIN_DATE = /^\d{4}(?:-[01]\d(?:-\d{2})?)?$/;

/** A reference as BibLaTeX, which Biber, Zotero and JabRef read. BibTeX has neither versions nor spans of days. */
export function biblatex(item: BibliographyItem): string {
  const { author, container, date, url } = item;
  const plain = date === undefined || date.split('/').every((end) => PLAIN_DATE.test(end));
  const note = [plain ? undefined : `Dated ${dateWords(date)}.`, item.note].filter(Boolean).join(' ');
  const csl = cslItem({
    ...item,
    title: tex(item.title),
    ...(author !== undefined && { author: tex(author) }),
    ...(note && { note: tex(note) }),
    ...(url !== undefined && { url: url.replaceAll('{', '%7B').replaceAll('}', '%7D') }),
  });
  delete csl['container-title'];
  // In BibLaTeX, web pages and data sets have no field for a container: use the field for an organisation.
  if (container !== undefined) csl.publisher = tex(container);
  return plugins.output.format('biblatex', [csl]).trim();
}
