/** A number with its noun: `1 report`, `2 reports`. For nouns that take an "s". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
