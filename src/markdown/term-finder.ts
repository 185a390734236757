// Finds the terms of the glossary in a text.
import type { DataOf } from '../model/collections.ts';

/** A term of the glossary. */
interface Term {
  readonly id: string;
  readonly data: DataOf<'terms'>;
}

/** One use of a term in a run of text. */
export interface TermUse {
  readonly term: string;
  /** The word as the text has it. */
  readonly words: string;
  /** The offset of the word in the text, from 0. */
  readonly offset: number;
}

export interface Glossary {
  /**
   * Finds the uses of terms in a run of text, in order. Of two forms that start together, the longer one counts.
   * @param before the text before it in its paragraph, to see whether a sentence begins here
   */
  uses(text: string, before: string): TermUse[];
  /** @returns true for a term of the kind `site`: other authors do not use the word in this sense */
  isOfThisSite(term: string): boolean;
}

/** Matches text after which a sentence begins: the capital of the next word does not make it a name. */
const SENTENCE_BEGINS = /(?:^|[.!?]["”’)\]]*\s+)["“‘([]*$/;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** @returns a text with its first letter in lower case */
const small = (form: string): string => form.charAt(0).toLowerCase() + form.slice(1);

/** @returns true for a name, whose capitals are part of it: “Belgorod People’s Republic” */
function isName(form: string): boolean {
  return /\s\p{Lu}/u.test(form);
}

/**
 * Builds a glossary from the terms that are explained at their first use. The forms of a term are its title and its
 * aliases, each also with the plural in -s or -es. A form matches whole words; a word joined by a hyphen is another word.
 * A capital inside a sentence makes a name (“Russian Volunteer Corps”), which is no use of the term; so does a capital at
 * the start of a sentence when another capital follows.
 */
export function glossary(terms: readonly Term[]): Glossary {
  const forms = new Map<string, string>();
  for (const { id, data } of terms) {
    if (data.explain === 'never') continue;
    for (const form of [data.title.replace(/^“|”$/g, ''), ...data.aliases]) {
      const key = isName(form) ? form : small(form);
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
  const termOf = (word: string): string | undefined =>
    [word, small(word), small(word).replace(/s$/, ''), small(word).replace(/es$/, '')]
      .map((form) => forms.get(form))
      .find((term) => term !== undefined);
  return {
    uses: (text, before) =>
      [...text.matchAll(pattern)].flatMap(({ 0: word, index }): TermUse[] => {
        const term = termOf(word);
        const begins = SENTENCE_BEGINS.test(before + text.slice(0, index));
        const named = /^\s\p{Lu}/u.test(text.slice(index + word.length));
        const isUse = word === small(word) || isName(word) || (begins && !named);
        return term !== undefined && isUse ? [{ term, words: word, offset: index }] : [];
      }),
    isOfThisSite: (term) => own.has(term),
  };
}
