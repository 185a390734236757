/** A number with its noun: `1 report`, `2 reports`. For nouns that take an "s". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A number in a sentence: a word up to ten, digits above. */
export function numberWord(number: number): string {
  return WORDS[number] ?? `${number}`;
}

/**
 * A share in words: `four reports in five`, the simplest that is right within 2.5 points of a hundred, or else `271 of 334 reports` or `all 5 reports`.
 * @param noun takes an "s"
 */
export function shareWords(part: number, whole: number, noun: string): string {
  for (let parts = 2; parts <= 10; parts += 1) {
    const near = Math.round((part / whole) * parts);
    if (near > 0 && near < parts && Math.abs(near / parts - part / whole) <= 0.025)
      return `${numberWord(near)} ${noun}${near === 1 ? '' : 's'} in ${numberWord(parts)}`;
  }
  return part === whole && whole > 1 ? `all ${counted(whole, noun)}` : `${part} of ${counted(whole, noun)}`;
}
