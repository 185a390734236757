// The library as content of this project.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { POSITIONS, type Entry, type Library, type Piece, type Report } from './plan.ts';

const ref = ({ kind, id }: Entry): string => `${kind}/${id}`;
const key = ({ source, id }: Report): string => `${source.id}/${id}`;

function prose(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return 'to' in piece
        ? `[${piece.to.title}](../${piece.to.kind}/${piece.to.id}.mdx)`
        : `[@${key(piece.cite)}]`;
    })
    .join('');
}

const SIDES = ['militia', 'kyiv', 'moscow', 'third-state', 'analyst', 'resident'] as const;

const side = ({ number }: Entry): string => SIDES[number % SIDES.length] ?? 'analyst';

/** The first reports about an entry, for its sourced values. */
type Told = (entry: Entry) => readonly Report[];

/**
 * The fields of each kind beside title and summary.
 * @param about the event that a question is about
 * @param paragraphs the number of paragraphs of a source
 */
function fields(entry: Entry, told: Told, about: Entry, paragraphs: number): Record<string, unknown> {
  const sourced = (value: string): unknown[] =>
    told(entry)
      .slice(0, 2)
      .map((report, index) => ({
        value: index === 0 ? value : `${value}, by another`,
        reports: [key(report)],
      }));
  switch (entry.kind) {
    case 'groups':
      return { side: 'militia', names: sourced(entry.title), aims: sourced('To keep the river open') };
    case 'events':
      return {
        kind: (['attack', 'drones', 'evacuation', 'measure'] as const)[entry.number % 4],
        date: told(entry)
          .slice(0, 1)
          .map((report) => ({ value: report.on, reports: [key(report)] })),
        outcome: sourced('The wall stood'),
      };
    case 'questions':
      return {
        about: [ref(about)],
        positions: Array.from({ length: POSITIONS }, (_, index) => ({
          id: `answer-${index}`,
          answer: `Answer ${index}, as some have it`,
        })),
        would_settle: ['The log of the harbour'],
      };
    case 'sources':
      return {
        short: entry.title,
        date: { value: '2023-12-31', how: 'printed' },
        sha256: createHash('sha256').update(entry.id).digest('hex'),
        paragraphs,
      };
    case 'people':
      return { side: side(entry), role: sourced('Keeper of the harbour') };
    case 'organisations':
      return { kind: 'state body', side: side(entry), role: sourced('Keeps the harbour') };
    case 'places':
      return {
        kind: 'town',
        point: {
          latitude: 50 + (entry.number % 40) / 20,
          longitude: 34 + (entry.number % 70) / 20,
          precision: 1,
          from: 'an invented survey',
        },
      };
    case 'terms':
      return { kind: 'field' };
  }
}

/** Writes `content/` under a folder. */
export function writeContent({ entries, reports }: Library, root: string): void {
  const write = (path: string, text: string): void => {
    const file = join(root, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const about = Map.groupBy(
    reports.flatMap((report) => report.about.map((entry) => ({ entry, report }))),
    ({ entry }) => entry,
  );
  const told: Told = (entry) => (about.get(entry) ?? []).map(({ report }) => report);
  const bySource = Map.groupBy(reports, ({ source }) => source);
  const matter = (data: Record<string, unknown>, body: string): string =>
    `---\n${stringify(data, { lineWidth: 0 })}---\n\n${body}\n`;

  for (const entry of Object.values(entries).flat()) {
    const event = entries.events[entry.number % entries.events.length] ?? entry;
    const extra = fields(entry, told, event, bySource.get(entry)?.length ?? 0);
    write(
      `${entry.kind}/${entry.id}.mdx`,
      matter(
        { title: entry.title, summary: prose(entry.summary), ...extra },
        entry.paragraphs.map(prose).join('\n\n'),
      ),
    );
  }
  for (const [source, list] of bySource) {
    const ledger = list.map((report) => ({
      id: report.id,
      paragraph: report.id,
      says: report.says,
      evidence: report.evidence,
      by: report.by ? ref(report.by) : 'self',
      ...(report.via && { via: [ref(report.via)] }),
      mode: 'said',
      on: report.on,
      about: report.about.map(ref),
      ...(report.answers && {
        answers: [`${report.answers.question.id}/answer-${report.answers.position}`],
      }),
    }));
    write(`reports/${source.id}.yaml`, stringify({ source: source.id, reports: ledger }, { lineWidth: 0 }));
  }
  write(
    'pages/home.mdx',
    matter(
      { title: 'A harbour', summary: 'An invented harbour. [@none]' },
      'What is told of it. [@none]\n\n<EventTimeline />\n\n<Groups />\n\n<StatementsTimeline />\n\n<Disputes />\n\n<Sources />',
    ),
  );
  write(
    'pages/method.mdx',
    matter({ title: 'How we know', summary: 'By drawing lots. [@none]' }, 'It is invented. [@none]'),
  );
}
