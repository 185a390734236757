// The same library as a site of Astro Starlight: a page for each entry with the same prose, each citation
// a GFM footnote, and on each source's page the list of its reports. No lists of reports elsewhere, no
// charts, no exports: those are this project's, and it pays for them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { type Entry, type Library, type Piece, type Report } from './plan.ts';

const address = ({ kind, id }: Entry): string => `/${kind}/${id}/`;
const link = (entry: Entry): string => `[${entry.title}](${address(entry)})`;
const key = ({ source, id }: Report): string => `${source.id}-${id}`;

/** A report as a note: who said it, who carried it, where it stands. */
function chain(report: Report): string {
  const voice = link(report.by ?? report.source);
  const carrier = report.via ? `, via ${link(report.via)}` : '';
  return `${voice}${carrier}, ${report.on}: ${report.says} “${report.evidence}”`;
}

function body(entry: Entry): string {
  const cited = new Map<string, Report>();
  const prose = (pieces: readonly Piece[]): string =>
    pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        if ('to' in piece) return link(piece.to);
        cited.set(key(piece.cite), piece.cite);
        return `[^${key(piece.cite)}]`;
      })
      .join('');
  const paragraphs = [entry.summary, ...entry.paragraphs].map(prose);
  const notes = [...cited].map(
    ([name, report]) => `[^${name}]: ${chain(report)} ${link(report.source)} ¶${report.id}`,
  );
  return [...paragraphs, ...notes].join('\n\n');
}

const plain = (pieces: readonly Piece[]): string =>
  pieces
    .filter((piece) => typeof piece === 'string')
    .join('')
    .trim();

const COLLECTIONS = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Writes `src/` under a folder; `bench/astro.config.mjs` builds it. */
export function writeStarlight({ entries, reports }: Library, root: string): void {
  const write = (path: string, text: string): void => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const bySource = Map.groupBy(reports, ({ source }) => source);
  const page = (path: string, title: string, description: string, text: string): void =>
    write(`src/content/docs/${path}.md`, `---\n${stringify({ title, description })}---\n\n${text}\n`);
  for (const entry of Object.values(entries).flat()) {
    const ledger = bySource.get(entry) ?? [];
    const rows = ledger.map((report) => `${report.id}. ${chain(report)}`);
    const text = rows.length > 0 ? `${body(entry)}\n\n## Reports\n\n${rows.join('\n')}` : body(entry);
    page(`${entry.kind}/${entry.id}`, entry.title, plain(entry.summary), text);
  }
  page('index', 'A harbour', 'An invented harbour.', 'What is told of it.');
  write('src/content.config.ts', COLLECTIONS);
}
