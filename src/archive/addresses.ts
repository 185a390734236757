// The addresses of pages and anchors, from the root of the site. src/output/portable.ts makes them relative.
import { pageAddress, type PageRef } from '../model/content-links.ts';
import { parseReportKey } from '../model/references.ts';

/** The address of the index of a collection: `/people/index.html`. */
export function indexAddress(collection: PageRef['collection']): string {
  return `/${collection}/index.html`;
}

/** The address of a report's row in its ledger: `/sources/polskie-radio.html#r11` for `polskie-radio/11`. */
export function reportAddress(key: string): string {
  const ref = parseReportKey(key);
  if (!ref) throw new RangeError(`Not a report: ${key}`);
  return `${pageAddress({ collection: 'sources', id: ref.source })}#${reportAnchor(ref.number)}`;
}

/** The anchor of a report in its source's ledger. */
export function reportAnchor(number: number): string {
  return `r${number}`;
}

/** The address of a position on its question's page. */
export function positionAddress(question: string, position: string): string {
  return `${pageAddress({ collection: 'questions', id: question })}#${positionAnchor(position)}`;
}

export function positionAnchor(position: string): string {
  return `position-${position}`;
}
