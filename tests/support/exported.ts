// The entries as the built site exports them: read in no time, where reading and checking the content takes seconds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './project.ts';

/** What every exported entry has. */
interface Exported {
  readonly collection: string;
  /** Its page, as a path from the site's root. */
  readonly address: string;
}

/** All entries of a collection. */
export function exported<Fields>(collection: string): (Exported & Fields)[] {
  const entries = JSON.parse(readFileSync(join(DIST, 'data/entities.json'), 'utf8')) as (Exported & Fields)[];
  return entries.filter((entry) => entry.collection === collection);
}
