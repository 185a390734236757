// All reports as a table.
import { reportAddress } from '../archive/addresses.ts';
import type { Archive } from '../archive/archive.ts';
import { entryName } from '../archive/names.ts';
import { reportDate } from '../archive/report-dates.ts';
import { reportPlace, type Report } from '../archive/reports.ts';
import { refKey, type EntryRef } from '../model/references.ts';
import { BEARINGS, type Bearing } from '../model/schemas/ledger.ts';
import { CAPTURE, MODE, path, positionKey, SIDE, STANDING, table, type Filled, type Table } from './table.ts';

function sourceRef(report: Report): EntryRef {
  return { collection: 'sources', id: report.source };
}

/** The chain of a report in words: "Vyacheslav Gladkov → Reuters → Polskie Radio ¶10". */
function chainWords(archive: Archive, report: Report): string {
  const links = report.voice.collection === 'sources' ? [] : [report.voice, ...report.via];
  const names = [...links, sourceRef(report)].map((ref) => entryName(archive, ref));
  return `${names.join(' → ')} ${reportPlace(report)}`;
}

/** @returns a table with a row for each report, by source and paragraph, with the names and standings of its keys */
export function reportTable(archive: Archive): Table {
  const standings = new Map(
    archive.questions.flatMap(({ entry, positions }) =>
      positions.map(({ id, standing }) => [positionKey(entry.id, id), standing] as const),
    ),
  );
  const answers = (report: Report): string[] => [
    ...new Set(report.answers.map(({ question, position }) => positionKey(question, position))),
  ];
  return table(archive.reports, {
    report: {
      means: 'The key of the report: its source and a number. It never changes once published.',
      of: ({ key }) => key,
    },
    source: { means: 'The text that contains the report.', of: (report) => refKey(sourceRef(report)) },
    source_name: {
      means: 'The short name of that text.',
      of: (report) => entryName(archive, sourceRef(report)),
    },
    capture: {
      means: 'Whether that text is held (saved, its words are checked) or seen (read once, not saved).',
      vocabulary: CAPTURE,
      of: ({ capture }) => capture,
    },
    paragraph: {
      means:
        'The number of the paragraph in the text, from 1. Where the text is not saved, we counted by eye, or the cell is empty.',
      type: 'integer',
      of: ({ paragraph }) => paragraph,
    },
    says: {
      means: 'What the voice states, in our own words. The column “voice” says who that is.',
      of: ({ says }) => says,
    },
    evidence: {
      means:
        'The words of that paragraph that show the statement, letter for letter, ten at most. Empty where the text is not saved.',
      of: ({ evidence }) => evidence,
    },
    voice: {
      means: 'Whose statement it is: a group, a person or an organisation, or the text itself.',
      of: ({ voice }) => refKey(voice),
    },
    voice_name: { means: 'The name of that voice.', of: ({ voice }) => entryName(archive, voice) },
    side: { means: 'The side of that voice.', vocabulary: SIDE, of: ({ voice }) => archive.sideOf(voice) },
    speaker: { means: 'How the text describes a voice that it does not name.', of: ({ speaker }) => speaker },
    carriers: {
      means: 'Those who passed the statement on from the voice to the text, nearest the voice first.',
      type: 'list',
      of: ({ via }) => via.map(refKey),
    },
    chain: {
      means: 'The chain in words: the voice, the carriers, the text and the paragraph.',
      of: (report) => chainWords(archive, report),
    },
    mode: { means: 'How the voice makes its statement.', vocabulary: MODE, of: ({ mode }) => mode },
    said_on: {
      means: 'When it was said (EDTF), if the text gives the date or we could infer it.',
      of: ({ on }) => on,
    },
    said_on_inferred: {
      means: 'Why that date is inferred. Empty if the text gives the date, or if there is no date.',
      of: ({ inferred }) => inferred,
    },
    published_on: {
      means: 'When the text was published (EDTF), if known or inferred.',
      of: ({ published }) => published?.value,
    },
    date: {
      means:
        'The date by which reports are sorted (EDTF): when it was said or, if that is not known, when the text was published.',
      of: reportDate,
    },
    about: {
      means: 'The entries that the statement is about: people, places, events and so on.',
      type: 'list',
      of: ({ about }) => about.map(refKey),
    },
    answers: {
      means: 'The answers that the statement gives to questions, as keys of positions.csv.',
      type: 'list',
      of: answers,
    },
    standings: {
      means: 'The standing of each of these answers in the texts we saved, in the same order.',
      type: 'list',
      vocabulary: STANDING,
      of: (report) => answers(report).flatMap((key) => standings.get(key) ?? []),
    },
    ...Object.fromEntries(
      (Object.keys(BEARINGS) as Bearing[]).map((bearing): [string, Filled<Report>] => [
        bearing,
        {
          means:
            bearing === 'same_as'
              ? 'The reports of the same statement.'
              : `The reports that this one ${BEARINGS[bearing][0]}.`,
          type: 'list',
          of: ({ bearsOn }) => bearsOn.filter(({ how }) => how === bearing).map(({ to }) => to),
        },
      ]),
    ),
    address: { means: 'The address of the report on the site.', of: ({ key }) => path(reportAddress(key)) },
  });
}
