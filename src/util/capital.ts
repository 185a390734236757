/** A text with its first letter as a capital. */
export const capital = (text: string): string => text.replace(/^./u, (letter) => letter.toUpperCase());
