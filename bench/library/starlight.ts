// Writes a library as a site of Astro Starlight: a page for each entry with the same prose, each citation a GFM
// footnote, and the list of its reports on each source's page. Starlight gets no lists of reports on other pages, no
// charts and no exports; only this project builds those.
import { withFrontMatter, writeBelow } from './files.ts';
import type { Entry, Library, Piece, Report } from './plan.ts';

/** The set-ups of Starlight, which `bench/astro.config.mjs` describes; `mdx` reads .mdx files, `guide` .md files. */
export type Setup = 'guide' | 'mdx';

const link = ({ kind, id, title }: Entry): string => `[${title}](/${kind}/${id}/)`;
const key = ({ source, id }: Report): string => `${source.id}-${id}`;

/** The text of a report: its voice, its carrier, its date and its words. */
function chain(report: Report): string {
  const voice = link(report.by ?? report.source);
  const carrier = report.via ? `, via ${link(report.via)}` : '';
  return `${voice}${carrier}, ${report.on}: ${report.says} “${report.evidence}”`;
}

/** The Markdown of an entry: its summary, its paragraphs, and a footnote for each report it cites. */
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

const COLLECTIONS = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Writes `src/` below a folder; `bench/astro.config.mjs` builds it. */
export function writeStarlight({ entries, reports }: Library, root: string, setup: Setup): void {
  const page = (path: string, title: string, description: string, text: string): void =>
    writeBelow(
      root,
      `src/content/docs/${path}.${setup === 'mdx' ? 'mdx' : 'md'}`,
      withFrontMatter({ title, description }, text),
    );
  const bySource = Map.groupBy(reports, ({ source }) => source);
  for (const entry of Object.values(entries).flat()) {
    const rows = (bySource.get(entry) ?? []).map((report) => `${report.id}. ${chain(report)}`);
    const list = rows.length > 0 ? `\n\n## Reports\n\n${rows.join('\n')}` : '';
    const words = entry.summary.filter((piece) => typeof piece === 'string');
    page(`${entry.kind}/${entry.id}`, entry.title, words.join('').trim(), body(entry) + list);
  }
  page('index', 'A harbour', 'An invented harbour.', 'What is told of it.');
  writeBelow(root, 'src/content.config.ts', COLLECTIONS);
}
