// The sentence below the heading of each index.
import type { EntryCollection } from '../model/references.ts';

/** The short names in the titles of events and questions. */
const SHORT_NAMES = 'The Legion is the Freedom of Russia Legion; the Corps is the Russian Volunteer Corps.';

/** What the index of a collection holds, in one sentence. */
export const INDEX_INTROS: Readonly<Record<EntryCollection, string>> = {
  groups: 'The armed groups that the texts name: what each says of itself, and what others say.',
  events: `What happened, or what somebody says happened, in order of time. A report is one statement in one text. An asterisk (*) marks a date that we worked out. ${SHORT_NAMES}`,
  questions: `What speakers disagree about, or leave open. Each page says who gives which answer, and gives no verdict. ${SHORT_NAMES}`,
  sources:
    'First come the texts we saved. The page of each one lists what it says, paragraph by paragraph. Then come other web pages, which we did not save. Each statement is one report.',
  people: 'Everyone who speaks or acts in the texts, by side.',
  organisations: 'Governments, forces, newspapers and platforms in the texts, by side.',
  places: 'Every place that the texts name, and what they report from it.',
  terms:
    'Words that a newcomer needs: military and press terms, terms of this site, and words that take a side.',
};
