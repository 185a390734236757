// Writes a bibliographic reference as text, as CSL-JSON and as BibTeX.
import { plugins, type CSL, type CSLDate } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { dateWords } from '../model/dates.ts';
import { ADDRESS_IN, type ReferenceFormat } from '../util/reference-address.ts';
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

/** A reference as text, without its address: author, date, title, container, version. */
function textBefore(item: BibliographyItem): string {
  const { author, title, container, version } = item;
  const parts = [
    sentence((author ?? title) + dateText(item)),
    author !== undefined && sentence(title),
    container !== undefined && sentence(container),
    version !== undefined && `Version ${version}.`,
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

/** A reference as an item of CSL-JSON, without its address (https://github.com/citation-style-language/schema). */
function cslItem(item: BibliographyItem): CSL {
  const { key, type, author, title, container, date, version, note } = item;
  return {
    id: key,
    type,
    ...(author !== undefined && { author: [{ literal: author }] }),
    title,
    ...(container !== undefined && { 'container-title': container }),
    ...(date !== undefined && { issued: cslDate(date) }),
    ...(version !== undefined && { version }),
    ...(note !== undefined && { note }),
  };
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

/** Years, months and days without a mark of doubt: the dates that BibTeX can express. */
const PLAIN_DATE = /^\d{4}(?:-[01]\d(?:-\d{2})?)?$/;

/** A reference as BibTeX, without its address and the brace at its end. */
function bibtexBefore(item: BibliographyItem): string {
  const { author, container, date, version } = item;
  const plain = date === undefined || PLAIN_DATE.test(date);
  const note = [
    version !== undefined && `Version ${version}.`,
    !plain && `Dated ${dateWords(date)}.`,
    item.note,
  ].filter(Boolean);
  const csl = cslItem({
    ...item,
    title: tex(item.title),
    ...(author !== undefined && { author: tex(author) }),
    note: note.length > 0 ? tex(note.join(' ')) : undefined,
  });
  delete csl['container-title'];
  if (container !== undefined) csl.publisher = tex(container);
  const entry = plugins.output.format('bibtex', [csl]).trim();
  // Of a web page (`@misc`), the styles of BibTeX print what is in `howpublished`, and leave out `publisher`.
  // Citation.js writes `month = {nov 27}`, which no style can read; biblatex and reference managers read `day`.
  return entry
    .replace('\tpublisher = ', '\thowpublished = ')
    .replace(/\tmonth = \{(\w{3}) (\d+)\}/, '\tmonth = $1,\n\tday = {$2}')
    .slice(0, -1);
}

/** A reference in one format: what stands before and after the address. */
interface Reference {
  readonly before: string;
  /** Empty if the address is not known. */
  readonly address: string;
  readonly after: string;
}

/** Writes a reference in a format. */
export function reference(item: BibliographyItem, format: ReferenceFormat): Reference {
  const { url } = item;
  // BibTeX counts braces.
  const written = format === 'bibtex' ? url?.replaceAll('{', '%7B').replaceAll('}', '%7D') : url;
  const address = written === undefined ? '' : ADDRESS_IN[format](written);
  if (format === 'text') return { before: textBefore(item), address, after: '' };
  if (format === 'bibtex') return { before: bibtexBefore(item), address, after: '}' };
  return { before: JSON.stringify([cslItem(item)]).slice(0, -2), address, after: '}]' };
}

/** A whole reference in a format. */
export function referenceText(item: BibliographyItem, format: ReferenceFormat): string {
  return Object.values(reference(item, format)).join('');
}
