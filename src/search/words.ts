// Words as search compares them: in small letters, without accents, with one form of quotation mark and apostrophe.

/** Letters that Unicode does not take apart into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Folds small letters, accents, quotation marks and apostrophes: “Łódź’s” becomes "lodz's". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛‹›′`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-');
}

/** Splits a folded text into its words; a hyphen joins its two sides, and a possessive s is left out. */
export function tokens(folded: string): string[] {
  return folded
    .replace(/'s(?![\p{L}\p{N}])/gu, '')
    .replace(/(\d)[,.](?=\d{3}\b)/g, '$1')
    .split(/[^\p{L}\p{N}-]+/u)
    .map((word) => word.replace(/^-+|-+$/g, ''))
    .filter((word) => word !== '');
}

/** A name to compare with what a reader typed: its words without article, case, accents, hyphens and quotation marks. */
export function nameKey(name: string): string {
  return tokens(fold(name))
    .join(' ')
    .replaceAll('-', ' ')
    .replace(/^the (?=.)/, '');
}
