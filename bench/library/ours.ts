// Writes a library as content of this project. Optional fields are left out, except those that make lists grow.
import { hash } from 'node:crypto';
import { stringify } from 'yaml';
import { withFrontMatter, writeBelow } from './files.ts';
import { POSITIONS, type Entry, type Kind, type Library, type Piece, type Report } from './plan.ts';

const ref = ({ kind, id }: Entry): string => `${kind}/${id}`;
const key = ({ source, id }: Report): string => `${source.id}/${id}`;

/** The MDX of a text. */
const prose = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return 'to' in piece ? `[${piece.to.title}](../${ref(piece.to)}.mdx)` : `[@${key(piece.cite)}]`;
    })
    .join('');

const SIDES = ['militia', 'kyiv', 'moscow', 'third-state', 'analyst', 'resident'];
const EVENT_KINDS = ['attack', 'drones', 'evacuation', 'measure'];

/**
 * The front matter of an entry, except title and summary.
 * @param about the reports about the entry
 * @param event the event that a question is about
 * @param paragraphs the number of paragraphs of a source
 */
function fields(entry: Entry, about: readonly Report[], event: Entry, paragraphs: number): object {
  const sourced = (value: string): object[] =>
    about.slice(0, 2).map((report, index) => ({
      value: index === 0 ? value : `${value}, by another`,
      reports: [key(report)],
    }));
  const side = SIDES[entry.number % SIDES.length];
  const byKind: Record<Kind, object> = {
    groups: { side: 'militia', names: sourced(entry.title), aims: sourced('To keep the river open') },
    events: {
      kind: EVENT_KINDS[entry.number % EVENT_KINDS.length],
      date: about.slice(0, 1).map((report) => ({ value: report.on, reports: [key(report)] })),
      outcome: sourced('The wall stood'),
    },
    questions: {
      about: [ref(event)],
      positions: Array.from({ length: POSITIONS }, (_, index) => ({
        id: `answer-${index}`,
        answer: `Answer ${index}, as some say`,
      })),
      would_settle: ['The log of the harbour'],
    },
    sources: {
      short: entry.title,
      date: { value: '2023-12-31', how: 'printed' },
      capture: 'held',
      sha256: hash('sha256', entry.id),
      paragraphs,
    },
    people: { side, role: sourced('Keeper of the harbour') },
    organisations: { kind: 'state body', side, role: sourced('Keeps the harbour') },
    places: {
      kind: 'town',
      point: {
        latitude: 50 + (entry.number % 40) / 20,
        longitude: 34 + (entry.number % 70) / 20,
        precision: 1,
        from: 'an invented survey',
      },
    },
    terms: { kind: 'field' },
  };
  return byKind[entry.kind];
}

/** The fields of a report in its source's ledger. */
const row = (report: Report): object => ({
  id: report.id,
  paragraph: report.id,
  says: report.says,
  evidence: report.evidence,
  by: report.by ? ref(report.by) : 'self',
  ...(report.via && { via: [ref(report.via)] }),
  mode: 'said',
  on: report.on,
  about: report.about.map(ref),
  ...(report.answers && { answers: [`${report.answers.question.id}/answer-${report.answers.position}`] }),
});

/** Writes `content/` below a folder. */
export function writeContent({ entries, reports }: Library, root: string): void {
  const write = (path: string, text: string): void => writeBelow(root, `content/${path}`, text);
  const pairs = reports.flatMap((report) => report.about.map((entry) => ({ entry, report })));
  const byEntry = Map.groupBy(pairs, ({ entry }) => entry);
  const bySource = Map.groupBy(reports, ({ source }) => source);

  for (const entry of Object.values(entries).flat()) {
    const about = (byEntry.get(entry) ?? []).map(({ report }) => report);
    const event = entries.events[entry.number % entries.events.length] ?? entry;
    const matter = fields(entry, about, event, bySource.get(entry)?.length ?? 0);
    write(
      `${ref(entry)}.mdx`,
      withFrontMatter(
        { title: entry.title, summary: prose(entry.summary), ...matter },
        entry.paragraphs.map(prose).join('\n\n'),
      ),
    );
  }
  for (const [{ id }, list] of bySource)
    write(`reports/${id}.yaml`, stringify({ source: id, reports: list.map(row) }, { lineWidth: 0 }));

  // Every text of a page needs a citation.
  const page = (name: string, title: string, text: string, parts = ''): void => {
    const cited = `${text} ${prose(reports.slice(0, 1).map((cite) => ({ cite })))}`;
    write(`pages/${name}.mdx`, withFrontMatter({ title, summary: cited }, cited + parts));
  };
  const lists = ['Timeline', 'Groups'];
  page('home', 'A harbour', 'An invented harbour.', lists.map((name) => `\n\n<${name} />`).join(''));
  page('method', 'How we know', 'The text comes from random numbers.');
}
