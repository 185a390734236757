// The three forms of a citation: words, BibTeX, CSL-JSON. Written here rather than by citation-js, whose
// BibTeX loses Cyrillic letters and ranges of dates; it is what the tests read them back with.
import { dateWords } from '../model/dates.ts';
import type { Citation } from './citation.ts';

/** The words with a full stop, unless they end with a mark of their own. */
function sentence(words: string): string {
  return /[.?!…][”’)\]]*$/.test(words) ? words : `${words}.`;
}

/** "(22 May 2023)", or "[22 May 2023]" where it is inferred; nothing where no date is known. */
function dateMark({ date, dateInferred }: Citation): string {
  if (date === undefined) return '';
  return dateInferred ? ` [${dateWords(date)}]` : ` (${dateWords(date)})`;
}

/** A citation in words: author, date, title, container, version, address. */
export function citationWords(citation: Citation): string {
  const { author, title, container, version, url } = citation;
  const parts = [
    author === undefined ? sentence(title + dateMark(citation)) : sentence(author + dateMark(citation)),
    author !== undefined && sentence(title),
    container !== undefined && sentence(container),
    version !== undefined && `Version ${version}.`,
    url,
  ];
  return parts.filter((part) => part).join(' ');
}

/** A day, a month or a year of an EDTF date, without its marks: `2023-05-22`, `2023-05`, `2022-21` (a season). */
interface Point {
  readonly year: number;
  readonly month?: number;
  readonly season?: number;
  readonly day?: number;
}

function point(text: string): Point | undefined {
  // Unspecified digits (2023-05-XX) tell no more than the part before them.
  const match = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text);
  if (!match) return undefined;
  const [year, part, day] = match.slice(1).map(Number) as [number, number, number];
  if (!part) return { year };
  if (part > 20) return { year, season: part - 20 };
  return day ? { year, month: part, day } : { year, month: part };
}

/** The ends of a date that are told. */
function points(date: string): Point[] {
  return date.split('/').flatMap((end) => point(end) ?? []);
}

/** A date as CSL has it (https://docs.citationstyles.org/en/stable/specification.html#date-variables). */
function cslDate(date: string): Readonly<Record<string, unknown>> {
  const ends = points(date);
  if (ends.length !== date.split('/').length) return { literal: dateWords(date) };
  const season = ends.length === 1 ? ends[0]?.season : undefined;
  return {
    'date-parts': ends.map(({ year, month, day }) => [year, month, day].filter((part) => part !== undefined)),
    ...(season !== undefined && { season }),
    ...(/[~?%]/.test(date) && { circa: true }),
  };
}

/** A citation as CSL-JSON, a list of one item (https://github.com/citation-style-language/schema). */
export function cslJson({ key, type, author, title, container, date, version, url, note }: Citation): string {
  const item = {
    id: key,
    type,
    author: author === undefined ? undefined : [{ literal: author }],
    title,
    'container-title': container,
    issued: date === undefined ? undefined : cslDate(date),
    version,
    URL: url,
    note,
  };
  // A line for each field: easier on the eye than one line, and shorter than a line for each part of a date.
  const fields = Object.entries(item).filter(([, value]) => value !== undefined);
  return `[{\n${fields.map(([name, value]) => ` "${name}": ${JSON.stringify(value)}`).join(',\n')}\n}]`;
}

/** The characters that mean something in TeX. BibTeX counts braces even behind a backslash. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
};

function tex(text: string): string {
  return text.replace(/[\\{}~^$&%#_]/g, (character) => TEX[character] ?? character).replace(/\s+/g, ' ');
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A citation as BibTeX, in UTF-8. BibTeX knows years and months only: the note has the date in words.
 */
export function bibtex(citation: Citation): string {
  const { key, author, title, container, date, version, url, note } = citation;
  const first = date === undefined ? undefined : points(date)[0];
  const month = first?.month === undefined ? undefined : MONTHS[first.month - 1];
  const dated = date !== undefined && `Dated ${dateWords(date)}.`;
  const notes = [dated, version !== undefined && `Version ${version}.`, note]
    .filter((part) => part)
    .join(' ');
  const fields = [
    // Double braces: a name that is not to be taken apart, a title that keeps its capitals.
    author !== undefined && `author = {{${tex(author)}}}`,
    `title = {{${tex(title)}}}`,
    container !== undefined && `howpublished = {${tex(container)}}`,
    first && `year = {${first.year}}`,
    month && `month = ${month}`,
    notes && `note = {${tex(notes)}}`,
    // Addresses are taken letter for letter.
    url !== undefined && `url = {${url.replaceAll('{', '%7B').replaceAll('}', '%7D')}}`,
  ];
  return `@misc{${key},\n${fields
    .filter((field) => field)
    .map((field) => ` ${field},\n`)
    .join('')}}`;
}
