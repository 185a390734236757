// The end of a reference: the address, and the day on which it was read. The build writes the address into a page, and
// the script of the page (src/scripts/cite.ts) writes both.

/** The formats of references. */
export type ReferenceFormat = 'text' | 'bibtex' | 'csl';

/** The address in each format. @param read the day on which it was read; left out by the build */
export const ADDRESS_IN: Readonly<Record<ReferenceFormat, (address: string, read?: Date) => string>> = {
  text: (address, read) =>
    ` ${address}${read ? ` (read ${read.toLocaleDateString('en-GB', { dateStyle: 'long' })})` : ''}`,
  bibtex: (address, read) =>
    `\turl = {${address}},\n${read ? `\turldate = {${read.toLocaleDateString('sv')}},\n` : ''}`,
  csl: (address, read) => {
    const parts = read?.toLocaleDateString('sv').split('-').map(Number);
    return `,"URL":${JSON.stringify(address)}${parts ? `,"accessed":{"date-parts":[[${parts.join()}]]}` : ''}`;
  },
};
