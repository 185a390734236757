// The remark plugins for the MDX of content, in their order. astro.config.mjs hands them to Astro.
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';
import { glossary, type Glossary } from './term-finder.ts';
import { contentRoot } from '../project.ts';
import { readCollection } from '../model/read.ts';
import { remarkEvidenceMarks } from './evidence-marks.ts';
import { remarkEntryLinks } from './entry-links.ts';
import { remarkGlossary } from './glossary.ts';
import { remarkFold } from './fold.ts';
import { remarkInferred } from './inferred.ts';
import { remarkLede } from './lede.ts';

/** The glossary, and the state of the files that it was read from. */
let held: { readonly stamp: string; readonly glossary: Glossary } | undefined;

/** @returns the glossary, read again if a term has changed: plugins cannot read Astro's collections */
function currentGlossary(): Glossary {
  const { stamp, entries } = readCollection(contentRoot(), 'terms');
  if (held?.stamp !== stamp) held = { stamp, glossary: glossary(entries) };
  return held.glossary;
}

export const REMARK_PLUGINS = [
  remarkLede,
  remarkGfm,
  remarkEvidenceMarks,
  [remarkInferred, currentGlossary],
  [remarkGlossary, currentGlossary],
  remarkEntryLinks,
  remarkFold,
] satisfies PluggableList;
