// What turns the Markdown of content into the tree that becomes a page: the same plugins, in the same order,
// for pages that Astro compiles and for entries, which are plain prose.
import type { Options } from 'remark-rehype';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';
import { glossary } from '../archive/glossary.ts';
import { loadArchive } from '../archive/load.ts';
import { remarkCitations } from './citations.ts';
import { remarkEntryLinks } from './entry-links.ts';
import { remarkGlossary } from './glossary.ts';
import { remarkLede } from './lede.ts';
import { rehypeSideNotes } from './side-notes.ts';

export const REMARK_PLUGINS = [
  remarkLede,
  remarkGfm,
  remarkCitations,
  [remarkGlossary, () => glossary(loadArchive().list('terms'))],
  remarkEntryLinks,
] satisfies PluggableList;

export const REHYPE_PLUGINS = [rehypeSideNotes] satisfies PluggableList;

export const REMARK_REHYPE: Options = {
  clobberPrefix: '',
  footnoteLabel: 'Notes',
  footnoteLabelProperties: {},
  // The second way back from a note shows a 2, which its name must say as well.
  footnoteBackLabel: (_note, time) => (time > 1 ? `Back to the text ${time}` : 'Back to the text'),
};
