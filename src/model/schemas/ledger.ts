import { z } from 'astro/zod';
import { edtfDate } from '../dates.ts';
import { parsed, parseRef, reference, reportReference, SLUG, type EntryRef } from '../references.ts';
import { atLeastOne, choice, list, text, wholeNumber, words } from './fields.ts';

/** How a voice stands to its statement, for the method page and for editors. */
export const MODE_MEANS = {
  said: 'stated plainly by the voice',
  claimed: 'said by the voice, but the text calls the words unchecked, or the voice plainly gains by them',
  denied: 'said that somebody else’s statement is wrong',
  assessed: 'an estimate or analysis',
  observed: 'seen or measured by the voice itself',
  shown: 'the voice says what pictures or footage show',
  reported: 'told as news by the text or outlet in its own voice',
  opined: 'a view, rhetoric or irony, not a claim of fact',
};

export type Mode = keyof typeof MODE_MEANS;

/** The verb of each mode, between a voice and its statement: `says` of a denial is what the voice says instead. */
export const MODE_VERBS: Readonly<Record<Mode, string>> = {
  said: 'said',
  claimed: 'claimed',
  denied: 'said in a denial',
  assessed: 'assessed',
  observed: 'observed',
  shown: 'said, describing pictures',
  reported: 'reported',
  opined: 'commented',
};

/** Evidence is a pointer, not a reprint: at most this many words. */
const EVIDENCE_WORDS = 10;
const FRAGMENT = `a fragment of the paragraph, at most ${EVIDENCE_WORDS} words`;

const VOICES = ['people', 'organisations', 'groups'] as const;

const voice = parsed(
  '`self` or a reference: people/…, organisations/… or groups/…',
  [...VOICES, 'self'],
  (value): EntryRef | 'self' | undefined => {
    const ref = parseRef(value);
    if (value === 'self') return value;
    return VOICES.some((name) => name === ref?.collection) ? ref : undefined;
  },
);

const answer = parsed(
  'question/position',
  ['answers'],
  (value) => {
    const [question = '', position = '', rest] = value.split('/');
    const isAnswer = SLUG.test(question) && SLUG.test(position) && rest === undefined;
    return isAnswer ? { question, position } : undefined;
  },
  ', such as fighters-killed/none-lost',
);

/** How a report can bear on another, with the words for either end: "corrects …" and "corrected by …". */
export const BEARINGS = {
  confirms: ['confirms', 'confirmed by'],
  contradicts: ['contradicts', 'contradicted by'],
  corrects: ['corrects', 'corrected by'],
  completes: ['adds to', 'see also'],
  same_as: ['same statement as', 'same statement as'],
} as const;

export type Bearing = keyof typeof BEARINGS;

const BEARING_MEANS: Readonly<Record<Bearing, string>> = {
  confirms: 'it says the same by itself',
  contradicts: 'the two cannot both be right',
  corrects: 'it says what would be right',
  completes: 'it adds what the other leaves out',
  same_as: 'both report one statement of one voice, so they count as one voice',
};

const bearing = z.strictObject({
  to: reportReference.describe('The other report.'),
  how: choice(BEARING_MEANS, 'How this report bears on it.'),
  why: text.describe('The reason, in a sentence.'),
});

/** One thing that one paragraph of one source says. */
export const reportSchema = z.strictObject({
  id: wholeNumber.describe('The number of the report. It never changes once published; gaps are fine.'),
  paragraph: wholeNumber
    .optional()
    .describe(
      'The paragraph of the captured text, counted from 1. For a seen source: counted by eye, or left out.',
    ),
  says: text.describe('What is stated, in our own words, attributed to nobody.'),
  evidence: z
    .string({ error: FRAGMENT })
    .refine((value) => value.trim() !== '', { error: FRAGMENT })
    .refine((value) => value.trim().split(/\s+/).length <= EVIDENCE_WORDS, {
      error: `at most ${EVIDENCE_WORDS} words`,
    })
    .optional()
    .describe(
      `The words of the paragraph that carry the statement, letter for letter, at most ${EVIDENCE_WORDS}. Required for a held source, refused for a seen one.`,
    ),
  by: voice.describe('The voice: whose statement it is. `self` where the text speaks for itself.'),
  speaker: text.optional().describe('How the text describes a voice that it does not name.'),
  via: list(
    reference('organisations', 'people'),
    'The carriers between the voice and this source, nearest the voice first.',
  ),
  mode: choice(MODE_MEANS, 'How the voice makes the statement.'),
  on: edtfDate
    .optional()
    .describe('When it was said, if the text gives the date or the date follows from it.'),
  inferred: words('the reason, in words')
    .optional()
    .describe('Why `on` is inferred, where the text does not give the date outright.'),
  about: atLeastOne(
    'reference',
    reference('groups', 'events', 'people', 'organisations', 'places', 'terms', 'sources'),
    'The entries that the statement concerns.',
  ),
  answers: list(answer, 'The positions that the statement itself takes: `question/position`.'),
  bears_on: list(bearing, 'How the report bears on others, each with the reason.'),
});

/** A report as its ledger has it. */
export type ReportRow = z.output<typeof reportSchema>;

/** The ledger of one source. */
export const ledgerSchema = z.strictObject({
  source: z
    .string()
    .regex(SLUG, { error: 'the name of this file, without its ending' })
    .describe('The name of the file.'),
  reports: atLeastOne('report', reportSchema, 'What each paragraph says, one thing a report.'),
});
