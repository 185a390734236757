// The anchors of entries' pages: those of the headings in prose, of the rows of ledgers, of positions, and of the
// sections that the templates in src/components/entry/ add.
import GithubSlugger from 'github-slugger';
import { filesOf, type EntryFile, type EntryFiles } from '../model/entries.ts';
import type { PageRef } from '../model/content-links.ts';
import type { Problem } from '../model/problems.ts';
import { MDX_COLLECTIONS, refKey } from '../model/references.ts';

type Page = EntryFile<PageRef['collection']>;

const REPORTS = ['own', 'carried', 'about'];

/** The anchors of charts, notes and turns of a question, which are counted when a page is made. */
export const PARTS = /^(?:chart|fn|fnref|turn)-/;

/** The sections of each kind of page, as far as the archive has something to show in them. */
const SECTIONS: Readonly<Record<PageRef['collection'], readonly string[]>> = {
  groups: ['claims', 'facts', 'names', 'questions', ...REPORTS],
  events: ['facts', 'disputed', 'questions', ...REPORTS],
  questions: ['positions', 'turns', 'would-settle', 'about'],
  sources: ['slips', 'alone', 'ledger', 'unused'],
  people: ['questions', ...REPORTS],
  organisations: ['names', 'questions', ...REPORTS],
  places: ['events', 'names', 'questions', ...REPORTS],
  terms: ['used'],
  pages: [],
};

/** @returns the anchors of the sections that the templates add to a page */
function sectionsOf({ collection, data }: Page): string[] {
  const corrected = data.changes.length > 0 || data.formerly.length > 0;
  return [...SECTIONS[collection], 'refers-here', ...(corrected ? ['corrections'] : [])];
}

/** The anchors of the headings in a page's prose, as Astro makes them of their words. */
function headingAnchors({ prose }: Page): { readonly id: string; readonly line: number }[] {
  const slugger = new GithubSlugger();
  return prose.headings
    .filter(({ isHeading }) => isHeading)
    .map(({ text, line }) => ({ id: slugger.slug(text), line }));
}

/** The anchors of all pages, by the key of their entries. */
export function anchorsOf(files: EntryFiles): Map<string, ReadonlySet<string>> {
  const ledgers = new Map(files.reports.map(({ id, data }) => [id, data.reports]));
  const rows = (page: Page): string[] => {
    if (page.collection === 'sources') return (ledgers.get(page.id) ?? []).map(({ id }) => `r${id}`);
    return 'positions' in page.data ? page.data.positions.map(({ id }) => `position-${id}`) : [];
  };
  return new Map(
    filesOf(files, MDX_COLLECTIONS).map((page) => [
      refKey(page),
      new Set([...headingAnchors(page).map(({ id }) => id), ...rows(page), ...sectionsOf(page)]),
    ]),
  );
}

/** Finds headings in prose with the anchor of a section that the page has anyway. */
export function* anchorProblems(files: EntryFiles): Iterable<Problem> {
  for (const page of filesOf(files, MDX_COLLECTIONS)) {
    const taken = sectionsOf(page);
    for (const { id, line } of headingAnchors(page)) {
      if (!taken.includes(id)) continue;
      const at = { file: page.file, line, column: 1, field: 'heading' };
      const found = `the anchor #${id}, which a section of the page has already`;
      yield { rule: 'duplicate', ...at, found, expected: 'other words in this heading' };
    }
  }
}
