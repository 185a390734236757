// From what a reader typed to what Pagefind is asked, and what is said to the reader. A pure function of the words
// typed and the vocabulary of the site (vocabulary.ts).
import { distance } from 'fastest-levenshtein';
import { capital } from '../util/capital.ts';
import { fold, nameKey, tokens } from './words.ts';

/** What search knows of the site's words. */
export interface Vocabulary {
  /** Every word of the indexed texts, as Pagefind indexes it. */
  readonly words: readonly string[];
  /** The titles of entries as they print them, by their other names as `nameKey` makes them. */
  readonly titles: Readonly<Record<string, readonly string[]>>;
  /** For a word, others that Pagefind takes for its forms: the name Denis for “denied”. */
  readonly unlike: Readonly<Record<string, readonly string[]>>;
  /** The records, by the ids that Pagefind gives them. */
  readonly ids: readonly string[];
  /**
   * The records that have a value, by their place in `ids`: of each facet, of `Name` (every name of an entry), and of
   * `Day` (2023-05-22, or a month: 2023-05).
   */
  readonly filters: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** One thing that a result has to have. */
export interface Term {
  /** As the reader typed it. */
  readonly typed: string;
  /** Words and phrases of the texts, any of which will do. */
  readonly words: readonly string[];
  /** True if the reader typed the beginning of these words. */
  readonly beginning: boolean;
  /** The names of entries that have the word. */
  readonly names: readonly string[];
  /** The days that the reader may mean. */
  readonly days: readonly string[];
}

export type Plan = ReturnType<typeof plan>;

/** Words without meaning for search, left out if other words remain. */
const EMPTY = new Set(
  `a about according after all also an and any are as at be been before by can could did do does done for from get
  give go had has have he her his how i if in into is it its me much my of on or our please react reacted
  reaction reactions she should show so some tell than that the their them there these they this those to told was we
  were what whats when where which while who whom whose why will with would you your many`.split(/\s+/),
);

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

const UNITS = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** Numbers as words, those of two words joined. */
const NUMBERS = [
  ...UNITS,
  ...TEENS,
  ...TENS.flatMap((ten) => UNITS.map((unit, value) => (value === 0 ? ten : ten + unit))),
  'hundred',
].map((word, value) => [word, String(value)] as const);

/** Groups of words of one meaning: a search for one of them finds the others. */
const SAME: readonly (readonly string[])[] = [...NUMBERS, ['kilometre', 'kilometres', 'km']];

/** Pairs of British and American spellings: what to look for in a word, and what to put in its place. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/or/, 'our'],
  [/our/, 'or'],
  [/ense(?=s?$)/, 'ence'],
  [/ence(?=s?$)/, 'ense'],
  [/([iy])z/, '$1s'],
  [/([iy])s/, '$1z'],
  [/er(s?)$/, 're$1'],
  [/re(s?)$/, 'er$1'],
  [/([^l])l(ed|ing|er|ers)$/, '$1ll$2'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
  [/gram$/, 'gramme'],
  [/og$/, 'ogue'],
];

/** A word without the endings of English grammar, to compare two forms of one word. */
const bare = (word: string): string => word.replace(/(?<=.{3})(?:ations?|ing|ies|ed|es|s|y|e|ly)$/, '');

/** The maximum number of changed letters in a misspelling, by the length of the word. */
const reach = (word: string): number => (word.length < 4 || /\d/.test(word) ? 0 : word.length < 7 ? 1 : 2);

/** Looks words up in a vocabulary. */
export class Lexicon {
  readonly days: readonly string[];
  /** The words of the texts by their folded form. */
  readonly #words: ReadonlyMap<string, readonly string[]>;
  readonly #names: ReadonlySet<string>;
  readonly #titles: Vocabulary['titles'];
  readonly #unlike: Vocabulary['unlike'];
  /** The names that have a word. */
  readonly #named = new Map<string, string[]>();

  constructor({ words, titles, unlike, filters }: Vocabulary) {
    this.days = Object.keys(filters['Day'] ?? {});
    this.#words = Map.groupBy(words, fold);
    this.#names = new Set(Object.keys(filters['Name'] ?? {}));
    this.#titles = titles;
    this.#unlike = unlike;
    for (const name of this.#names)
      for (const word of new Set([...name.split(' '), name.replaceAll(' ', '')]))
        this.#named.set(word, [...(this.#named.get(word) ?? []), name]);
  }

  isName(name: string): boolean {
    return this.#names.has(name);
  }

  /** The names that have a word. */
  named(word: string): readonly string[] {
    return this.#named.get(word) ?? [];
  }

  /** The words of the texts for a word, its other spellings and its number. */
  whole(word: string): string[] {
    const same = SAME.filter((words) => words.includes(word)).flat();
    const forms = [word, ...same].flatMap((form) => [
      form,
      ...SPELLINGS.map(([one, two]) => form.replace(one, two)),
    ]);
    return [...new Set(forms)].flatMap((form) => this.#words.get(form) ?? []);
  }

  /**
   * The titles of entries for an abbreviation, a transliteration or another name that no text has.
   * @param name the name of an entry that the word may be a part of
   */
  titles(word: string, name: string): string[] {
    if (this.whole(word).length > 0) return [];
    const named = this.named(word);
    const names = [name, word].find((one) => named.includes(one)) ?? named;
    return [...new Set([names].flat().flatMap((name) => this.#titles[name] ?? []))];
  }

  /** The words that Pagefind takes for forms of some words, and that are others. */
  unlike(words: readonly string[]): Set<string> {
    const asked = words.map(fold);
    return new Set(asked.flatMap((word) => this.#unlike[word] ?? [])).difference(new Set(asked));
  }

  beginningWith(start: string): string[] {
    return [...this.#words.keys()]
      .filter((word) => word.startsWith(start))
      .flatMap((word) => this.whole(word));
  }

  /** Another form of the same word: "evacuations" for "evacuation". */
  inflected(word: string): string[] {
    return [...this.#words].flatMap(([form, words]) => (bare(form) === bare(word) ? words : []));
  }

  /** The nearest word within reach: of the names if they have one, else of the texts. */
  nearest(word: string): string | undefined {
    const most = reach(word);
    for (const words of [this.#named.keys(), this.#words.keys()]) {
      const [best] = [...words]
        .filter((other) => other.length > 3 && Math.abs(other.length - word.length) <= most)
        .map((other) => ({ other, far: distance(word, other) + (other[0] === word[0] ? 0 : 0.5) }))
        .filter(({ far }) => far <= most)
        // Prefer the longer word: typists leave letters out more often than they add some.
        .sort((a, b) => a.far - b.far || b.other.length - a.other.length || (a.other < b.other ? -1 : 1));
      if (best) return best.other;
    }
    return undefined;
  }
}

const MONTH = String.raw`(?<month>${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|t)?`).join('|')})\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?<year>\d{4})`;
const DATES = [
  String.raw`${YEAR}-(?<number>\d{2})(?:-(?<day>\d{2}))?`,
  String.raw`${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?`,
  String.raw`${MONTH} ${DAY}(?:,? ${YEAR})?`,
  String.raw`${MONTH},? ${YEAR}`,
].map((form) => new RegExp(String.raw`\b${form}(?![\p{L}\p{N}-])`, 'u'));

/** Takes the dates out of a folded query. @returns the dates as terms, and the rest of the query */
function dates(text: string, days: readonly string[]): { terms: Term[]; rest: string } {
  const terms: Term[] = [];
  let rest = text;
  for (const form of DATES) {
    rest = rest.replace(form, (...match) => {
      const { day, month, number, year } = match.at(-1) as Record<string, string | undefined>;
      const index = month
        ? MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3)))
        : Number(number) - 1;
      const name = MONTHS[index] ?? '';
      const iso = `-${String(index + 1).padStart(2, '0')}${day ? `-${day.padStart(2, '0')}` : ''}`;
      terms.push({
        typed: match[0] as string,
        words: [day ? `${Number(day)} ${name}` : `${name} ${year}`],
        beginning: false,
        names: [],
        days: days.filter((one) => one.slice(4).startsWith(iso) && one.startsWith(year ?? '')),
      });
      return ' ';
    });
  }
  return { terms, rest };
}

/** Makes the plan of a query. */
export function plan(query: string, lexicon: Lexicon) {
  const text = fold(query).trim();
  const quoted = /^"[^"]+"?$/.test(text);
  const name = nameKey(text);
  const absent: string[] = [];
  const instead: { typed: string; used: readonly string[] }[] = [];
  const dated = dates(text, lexicon.days);
  const terms: Term[] = [...dated.terms];
  /** A word as the reader typed it. */
  const typedAs = (word: string): string =>
    query
      .split(/[^\p{L}\p{N}\p{M}'’-]+/u)
      .find((raw) => fold(raw).replace(/'s$/, '') === word)
      ?.replace(/['’]s$/, '') ?? word;

  /**
   * Adds the term of a word.
   * @param unfinished true to take it for the beginning or another form of a word
   * @returns false if nothing is found for it
   */
  const add = (typed: string, word = typed, unfinished = true): boolean => {
    const titles = lexicon.titles(word, name);
    // Titles become phrases: "the" stands before them in few texts.
    const phrases = titles.map((title) => fold(title).replace(/"|^the (?=.)/g, ''));
    const whole = [...lexicon.whole(word), ...phrases];
    const named = lexicon.named(word);
    const known = whole.length > 0 || named.length > 0;
    const longer = known || !unfinished || word.length < 2 ? [] : lexicon.beginningWith(word);
    const words = known || !unfinished ? whole : longer.length > 0 ? longer : lexicon.inflected(word);
    if (!known && words.length === 0) return false;
    const names = known ? named : [...new Set(longer.flatMap((one) => lexicon.named(fold(one))))];
    terms.push({ typed, words, beginning: longer.length > 0, names, days: [] });
    if (titles.length > 0) instead.push({ typed: typedAs(typed), used: titles });
    return true;
  };

  // The key of a report, such as polskie-radio/21, is one word; a number and its unit are two.
  const all = tokens(
    dated.rest.replace(/^([a-z\d-]+)\/(?=\d+$)/, '$1-').replace(/(\d)(?=(?:km|m|kg|mm)\b)/g, '$1 '),
  );
  const telling = all.filter((word) => !EMPTY.has(word) && (word.length > 1 || /\d/.test(word)));
  const words = telling.length > 0 || terms.length > 0 ? telling : all;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const joined = word.replaceAll('-', '');
    const next = words[at + 1];
    if (add(word, joined, false)) continue;
    if (next && add(`${word} ${next}`, joined + next, false)) at++;
    else if (add(word, joined)) continue;
    else if (word.includes('-')) words.splice(at + 1, 0, ...word.split('-').filter((part) => part !== ''));
    else {
      const used = lexicon.nearest(word);
      const typed = typedAs(word);
      if (!used || !add(word, used)) absent.push(typed);
      else if (lexicon.titles(used, name).length === 0) {
        instead.push({ typed, used: [/^\p{Lu}/u.test(typed) ? capital(used) : used] });
      }
    }
  }
  return {
    /** The whole query as the name of an entry, if an entry has it. */
    name: lexicon.isName(name) ? name : undefined,
    /** The whole query as words that follow each other. */
    phrase: tokens(text).join(' '),
    /** True if the reader put the query in quotation marks. */
    quoted,
    terms,
    /** Words of the query that the site does not have. */
    absent,
    /** Words that the texts do not have, and what is searched in their place: the nearest word, or titles. */
    instead,
    /** Words that Pagefind finds for those asked for, and that are other words. */
    unlike: lexicon.unlike(terms.flatMap((term) => term.words)),
  };
}
