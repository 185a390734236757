// Random numbers, words and sentences from a seed, so that every run of the bench gets the same library.
import { hash } from 'node:crypto';

const list = (text: string): string[] => text.split('|');
const NOUNS = list(
  'bridge|river|boat|harbour|market|council|letter|meadow|tower|bell|lantern|orchard|mill|ferry|road|wall|garden|bakery|library|school|station|clock|bench|window|roof|square|well|path|field|gate',
);
const VERBS = list(
  'closed|opened|moved|repaired|painted|counted|measured|carried|guarded|emptied|filled|crossed|visited|numbered|described|drew|lowered|raised|cleaned|sold',
);
const ADJECTIVES = list(
  'old|new|narrow|wide|quiet|crowded|northern|southern|wooden|stone|empty|bright|early|late|small|tall|broken|plain|distant|famous',
);
const ENDS = list(
  'before the winter|after the fair|in the first week of spring|with two helpers|for the third time|without a word|on the day of the feast|by the record|against the advice of the guild|from one end to the other',
);
const SYLLABLES = list(
  'al|ber|cor|dan|el|fen|gor|hal|is|jor|kel|lun|mar|nor|os|per|quin|ros|sel|tor|ul|ven|wer|yan|zor',
);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A generator whose results depend on its seed only. Its words hold no Markdown or MDX syntax. */
export class Random {
  readonly #seed: string;
  #draws = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return hash('sha256', `${this.#seed}:${this.#draws++}`, 'buffer').readUInt32BE() % limit;
  }

  /** An item of a list. @throws RangeError if the list is empty */
  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('pick() needs a list that is not empty.');
    return value;
  }

  /** True with the probability `share`, 0 to 1. */
  chance(share: number): boolean {
    return this.below(1_000_000) < share * 1_000_000;
  }

  /** Five words that pass for a quotation from a paragraph. */
  fragment(): string {
    return `the ${this.pick(ADJECTIVES)} ${this.pick(NOUNS)} was ${this.pick(VERBS)}`;
  }

  /** A sentence of about ten to twenty words, without the full stop. */
  sentence(): string {
    const clause = (): string => `${this.fragment()} ${this.pick(ENDS)}`;
    return capitalised(this.chance(0.5) ? `${clause()}, and ${clause()}` : clause());
  }

  /** A name of two or three syllables, such as "Norberfen". */
  name(): string {
    return capitalised(Array.from({ length: 2 + this.below(2) }, () => this.pick(SYLLABLES)).join(''));
  }
}
