// The words of the glossary, and where a text uses them.
import type { DataOf } from '../model/collections.ts';

/** A term of the glossary. */
interface Term {
  readonly id: string;
  readonly data: DataOf<'terms'>;
}

/** One use of a term in a run of text. */
export interface TermUse {
  readonly term: string;
  /** The word as it stands there. */
  readonly words: string;
  /** Where it begins, counted from 0. */
  readonly offset: number;
}

export interface Glossary {
  /**
   * The terms that a run of text uses, in order; a longer form goes before a shorter one within it.
   * @param before what stands before it in its paragraph: it tells where a sentence begins
   */
  uses(text: string, before: string): TermUse[];
  /** Whether a term is a word of this site, and so never one of a quotation. */
  isOfThisSite(term: string): boolean;
}

/** The end of a paragraph so far, where the next word begins a sentence and has its capital for that alone. */
const SENTENCE_BEGINS = /(?:^|[.!?]["”’)\]]*\s+)["“‘([]*$/;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A name is written with its capitals wherever it stands: “Belgorod People’s Republic”. */
function isName(form: string): boolean {
  return /\s\p{Lu}/u.test(form);
}

/**
 * Gathers the forms of the terms that explain themselves at their first use: title and aliases, each with
 * the plural in -s or -es. Words are matched whole; a word with a hyphen before or after it is another one.
 * A capital within a sentence makes a name (“Russian Volunteer Corps”) and no use of the term, and so does
 * one at its beginning that a second capital follows.
 */
export function glossary(terms: readonly Term[]): Glossary {
  const forms = new Map<string, string>();
  for (const { id, data } of terms) {
    if (data.explain === 'never') continue;
    for (const form of [data.title.replace(/^“|”$/g, ''), ...data.aliases]) {
      const key = isName(form) ? form : form.charAt(0).toLowerCase() + form.slice(1);
      if (!forms.has(key)) forms.set(key, id);
    }
  }
  const own = new Set(terms.filter(({ data }) => data.kind === 'site').map(({ id }) => id));
  const words = [...forms.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => {
      const [first = '', rest] = [form.charAt(0), escaped(form.slice(1))];
      return isName(form) ? escaped(form) : `[${first}${first.toUpperCase()}]${rest}(?:e?s)?`;
    });
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${words.join('|')})(?![\p{L}\p{N}-])`, 'gu');

  const termOf = (word: string): string | undefined => {
    const small = word.charAt(0).toLowerCase() + word.slice(1);
    return [word, small, small.replace(/s$/, ''), small.replace(/es$/, '')]
      .map((form) => forms.get(form))
      .find((term) => term !== undefined);
  };
  return {
    uses: (text, before) =>
      words.length === 0
        ? []
        : [...text.matchAll(pattern)].flatMap(({ 0: word, index }): TermUse[] => {
            const term = termOf(word);
            const small = word.charAt(0) === word.charAt(0).toLowerCase() || isName(word);
            const begins = SENTENCE_BEGINS.test(before + text.slice(0, index));
            const named = /^\s\p{Lu}/u.test(text.slice(index + word.length));
            return term !== undefined && (small || (begins && !named))
              ? [{ term, words: word, offset: index }]
              : [];
          }),
    isOfThisSite: (term) => own.has(term),
  };
}
