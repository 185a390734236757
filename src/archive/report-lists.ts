// The lists of reports on an entry's page: what it said, what it carried, what is said of it. A page shows
// the first of each; a list that is longer goes on pages of its own, so that no page grows without bound.
import type { PageCollection } from '../model/references.ts';
import type { PageRef } from './addresses.ts';
import type { Archive } from './archive.ts';
import { inTimeOrder } from './order.ts';
import type { Report } from './reports.ts';

/** How many reports of a list stand on the entry's own page. */
export const FIRST = 6;

/** How many reports stand on each page of a long list. */
export const PART = 50;

export interface ReportList {
  /** Names the list in anchors and addresses. */
  readonly id: 'own' | 'carried' | 'about';
  readonly heading: string;
  /** In time order. */
  readonly reports: readonly Report[];
}

/** The collections whose pages carry lists of reports. */
export const LISTED = [
  'groups',
  'events',
  'people',
  'organisations',
  'places',
] as const satisfies PageCollection[];

/** The lists of an entry that are not empty. */
export function reportLists(archive: Archive, ref: PageRef): ReportList[] {
  const speaks = ref.collection !== 'events' && ref.collection !== 'places';
  const lists: ReportList[] = [
    { id: 'own', heading: 'What it is reported to have said', reports: archive.spokenBy(ref) },
    { id: 'carried', heading: 'What it carried for others', reports: archive.carriedBy(ref) },
    {
      id: 'about',
      heading: speaks ? 'What others say of it' : 'Every report about it',
      reports: archive.about(ref).filter((report) => report.voice.id !== ref.id),
    },
  ];
  const words = (heading: string): string =>
    ref.collection === 'people'
      ? heading
          .replace('it is', 'this person is')
          .replace('it carried', 'this person carried')
          .replace('of it', 'of this person')
      : heading;
  return lists
    .filter((list) => list.reports.length > 0)
    .map((list) => ({ ...list, heading: words(list.heading), reports: inTimeOrder(archive, list.reports) }));
}

/** Where a part of a long list stands: `/events/closure/about-2.html`; parts count from 1. */
export function partAddress(ref: PageRef, list: ReportList['id'], part: number): string {
  return `/${ref.collection}/${ref.id}/${list}-${part}.html`;
}

/** The parts of a list that is too long for its entry's page; none where it is short. */
export function listParts(list: ReportList): Report[][] {
  if (list.reports.length <= FIRST) return [];
  return Array.from({ length: Math.ceil(list.reports.length / PART) }, (_part, index) =>
    list.reports.slice(index * PART, (index + 1) * PART),
  );
}
