// What the build uses of Pagefind beyond its documentation: the form and the names of the fragments that it writes. The tests of
// tests/output/search.test.ts fail if an upgrade changes it.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'astro/zod';
import { files } from '../output/files.ts';

const FRAGMENT = z.object({
  content: z.string(),
  meta: z.record(z.string(), z.string()),
  filters: z.record(z.string(), z.array(z.string())),
});

/** A signature stands before the JSON of a fragment. */
const SIGNATURE = 'pagefind_dcd';
const EXTENSION = '.pf_fragment';

/** A record of the index. */
export type Fragment = { readonly id: string } & z.infer<typeof FRAGMENT>;

/**
 * Reads the records of an index that Pagefind has written.
 * @throws if a fragment has another form
 */
export function readFragments(folder: string): Fragment[] {
  return files(folder)
    .filter((path) => path.endsWith(EXTENSION))
    .map((path) => {
      const text = gunzipSync(readFileSync(join(folder, path))).toString();
      if (!text.startsWith(SIGNATURE)) throw new Error(`${path} is no fragment of Pagefind.`);
      // A result has the name of its fragment as its id.
      return { id: basename(path, EXTENSION), ...FRAGMENT.parse(JSON.parse(text.slice(SIGNATURE.length))) };
    });
}
