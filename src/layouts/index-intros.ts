// The sentence below the heading of each index.
import type { PageCollection } from '../model/references.ts';

/** What the index of a collection holds, in one sentence. */
export const INDEX_INTROS: Readonly<Record<PageCollection, string>> = {
  groups: 'The armed groups that the texts name, each with what is told of it and by whom.',
  events:
    'What happened, or is said to have happened, in order of time. A date is shown with the precision it has and no more.',
  questions:
    'Points on which voices differ, or that a reader would ask and no voice settles. No verdicts: who holds what, and how many voices stand behind it.',
  sources:
    'The texts that were captured, each with its ledger of reports, paragraph by paragraph; below them the pages that were seen, not held. Both in order of date.',
  people: 'Everyone who speaks or acts in the texts, by the side each speaks for.',
  organisations: 'Institutions, outlets and platforms that speak, act or carry, by side.',
  places: 'Every place the texts name, with what is told of it.',
  terms:
    'The words a newcomer needs: those of the field, those of this site, and those that belong to a side.',
};
