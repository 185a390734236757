// Says why a text is no date that content may have, and which date was probably meant.
import { DATE_FORMS, isBackwards, parseDate, MONTHS, SEASONS } from '../dates.ts';
import type { Advice } from '../problems.ts';

/** Other ways to write a date. */
const FORMS: readonly (readonly [form: RegExp, expected: string, nearest?: string])[] = [
  // Two days with another sign between them than `/`.
  [/^(\d{4}-\d\d-\d\d)\s*(?:–|—|-|,|;|&|and|to|\.\.)\s*(\d{4}-\d\d-\d\d)$/, DATE_FORMS, '$1/$2'],
  // A date with another word for "about" than `~` behind it.
  [/^(?:~|c\.|ca\.?|circa|about|around|approx\.?)\s*(\d{4}(?:-\d\d){0,2})$/i, DATE_FORMS, '$1~'],
  [/^\d\d?\W+\p{L}+$|^\p{L}+\W+\d\d?$/u, `${DATE_FORMS}, with its year`],
  [/^\d\d?\W\d\d?\W\d\d$/, `${DATE_FORMS}, with a year of four digits`],
];

/** The number of a month or season, as two digits: of `March`, `Mar`, `spring` or `3`. */
function monthNumber(written: string): string | undefined {
  const word = written.toLowerCase();
  if (/^\d{1,2}$/.test(word)) return word.padStart(2, '0');
  const season = Object.entries(SEASONS).find(([, { word: name }]) => name === word);
  if (season || word.length < 3) return season?.[0];
  const month = MONTHS.findIndex((name) => name.toLowerCase().startsWith(word.slice(0, 3)));
  return month < 0 ? undefined : String(month + 1).padStart(2, '0');
}

/** @returns the date in another order or with other signs: `4 March 2024`, `4.3.2024`, `2024-3-4`, `2024–03–04` */
function reordered(text: string): string | undefined {
  // Only the editor knows whether 03/04/2024 is in March or in April.
  if (/^\d\d?\/\d\d?\/\d{4}$/.test(text)) return undefined;
  const words = text.trim().split(/[\s.,/–—−-]+/);
  const yearFirst = /^\d{4}$/.test(words[0] ?? '');
  const year = yearFirst ? words.shift() : words.pop();
  const [month, day] =
    yearFirst || /^\p{L}/u.test(words[0] ?? '') ? words : [words.at(-1), words.slice(0, -1).at(0)];
  const number = monthNumber(month ?? '');
  if (!/^\d{4}$/.test(year ?? '') || number === undefined || words.length > 2) return undefined;
  const date = `${year}-${number}${day === undefined ? '' : `-${day.replace(/\D/g, '').padStart(2, '0')}`}`;
  return parseDate(date) ? date : undefined;
}

/** @returns why a date or one end of an interval does not exist; `undefined` if its form is wrong */
function impossible(text: string): string | undefined {
  const [, year = '', month = '', day] = /^(\d{4})-(\d\d)(?:-(\d\d))?[?~%]?$/.exec(text) ?? [];
  if (year === '') return undefined;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined)
    return day === undefined && Number(month) in SEASONS
      ? undefined
      : 'a month from 01 to 12, or a season from 21 (spring) to 24 (winter)';
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return day !== undefined && (Number(day) < 1 || Number(day) > days)
    ? `a day that exists: ${name} ${year} has ${days} days`
    : undefined;
}

/** @param text what stands in place of a date. @returns what would be right */
export function dateAdvice(text: string): Advice {
  const [date, time] = text.split(/T|\s(?=\d\d?:\d\d)/);
  if (time !== undefined && date !== undefined && parseDate(date))
    return { expected: 'a day without a time of day', nearest: date };
  const [start = '', end = '', more] = text.split('/');
  const wrong = impossible(start) ?? impossible(end);
  if (wrong !== undefined) {
    const turned = start.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1-$3-$2');
    return {
      expected: wrong,
      nearest: turned !== start && end === '' && parseDate(turned) ? turned : undefined,
    };
  }
  if (more === undefined && end !== '' && isBackwards(start, end))
    return { expected: 'an interval that ends after it begins', nearest: `${end}/${start}` };
  const digits = text.replace(/[oO]/g, '0').replace(/[lI]/g, '1');
  if (digits !== text && parseDate(digits))
    return { expected: 'digits, not letters that look like them', nearest: digits };
  if (/^\d{4}-\d\d-\d\d$/.test(start) && /^(?:\d\d-)?\d\d$/.test(end)) {
    const whole = `${start}/${start.slice(0, -end.length)}${end}`;
    return { expected: 'an interval of two whole dates', nearest: parseDate(whole) ? whole : undefined };
  }
  if (parseDate(text)) return { expected: `${DATE_FORMS}; its year is from 1500 to 2199` };
  const other = FORMS.find(([form]) => form.test(text.trim()));
  if (!other) return { expected: DATE_FORMS, nearest: reordered(text) };
  const [form, expected, near] = other;
  return { expected, nearest: near && text.trim().replace(form, near) };
}
