/** A number with its noun: `1 report`, `2 reports`. For nouns that take an "s". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A number in a sentence: a word up to ten, digits above. */
export function numberWord(number: number): string {
  return WORDS[number] ?? `${number}`;
}
