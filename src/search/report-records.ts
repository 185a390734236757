// Makes Pagefind records of the reports, so that each report is a search result of its own. The records are made
// from the files under data/ that the page build has written: the index needs nothing but the built site.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import type { PagefindIndex } from 'pagefind';
import { dateWords } from '../model/dates.ts';
import { sideSchema } from '../model/schemas/fields.ts';
import { SIDE_WORDS } from '../model/sides.ts';
import { daysOf, sortDay } from '../util/search-days.ts';

/** What `addCustomRecord` of Pagefind takes. */
export type SearchRecord = Parameters<PagefindIndex['addCustomRecord']>[0];

/** The columns of reports.json that a record needs (src/exports/report-table.ts). */
const REPORTS = z.array(
  z.object({
    report: z.string(),
    source_name: z.string(),
    says: z.string(),
    evidence: z.string().nullable(),
    capture: z.enum(['held', 'seen']),
    side: sideSchema,
    voice_name: z.string(),
    mode: z.string(),
    speaker: z.string().nullable(),
    chain: z.string(),
    said_on: z.string().nullable(),
    date: z.string().nullable(),
    about: z.array(z.string()),
    answers: z.array(z.string()),
    address: z.string(),
  }),
);

/** The fields of entities.json and questions.json that a record needs (src/exports/records.ts). */
const ENTRIES = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    short: z.string().optional(),
    standing_with_seen: z.string().optional(),
  }),
);

/** @throws ZodError if the file does not hold what a record needs */
function readData<Schema extends z.ZodType>(dir: string, name: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(readFileSync(join(dir, 'data', name), 'utf8')));
}

/**
 * The records of all reports of a built site.
 * @param dir the folder of the built site
 */
export function reportRecords(dir: string): SearchRecord[] {
  const entries = ['entities.json', 'questions.json'].flatMap((file) => readData(dir, file, ENTRIES));
  const entry = new Map(entries.map((each) => [each.id, each]));
  const name = (id: string): string => entry.get(id)?.short ?? entry.get(id)?.title ?? '';
  const standing = (answer: string): string | undefined =>
    entry.get(`questions/${answer.replace(/\/.*/, '')}`)?.standing_with_seen;
  return readData(dir, 'reports.json', REPORTS).map((report) => {
    const standings = new Set(report.answers.flatMap((answer) => standing(answer) ?? []));
    const days = report.said_on === null ? [] : daysOf([report.said_on]);
    const day = sortDay(report.date ?? undefined);
    return {
      url: `/${report.address}`,
      content: [
        `${report.says} ${report.evidence ?? ''}. ${report.speaker ?? ''} ${report.about.map(name).join(', ')}.`,
        `${report.chain.replace(/(¶|report )\d+$/, '')} ${report.report}`,
      ].join(' '),
      language: 'en-gb',
      meta: {
        // Not called `title`: Pagefind weighs titles more, and the page of a name must come before reports about it.
        says: report.says,
        voice: `${report.voice_name}, ${report.mode}:`,
        evidence: report.evidence ?? '',
        chain: report.said_on === null ? report.chain : `${report.chain}, ${dateWords(report.said_on)}`,
      },
      filters: {
        Kind: [report.capture === 'held' ? 'Report' : 'Report, not saved'],
        Side: [SIDE_WORDS[report.side].word],
        Source: [report.source_name],
        ...(standings.size > 0 ? { Standing: [...standings] } : {}),
        ...(days.length > 0 ? { Day: days } : {}),
      },
      sort: day === undefined ? {} : { date: day },
    };
  });
}
