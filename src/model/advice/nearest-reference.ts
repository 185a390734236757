// Finds the entry, the report or the position that a refused reference probably meant.
import { plain } from '../characters.ts';
import { filesOf, type EntryFiles } from '../entries.ts';
import { nearest, type Problem } from '../problems.ts';
import { ENTRY_COLLECTIONS } from '../references.ts';

/** @returns what references can name, by the kind that a schema accepts */
function namesOf(entries: EntryFiles, unread: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const pages = ENTRY_COLLECTIONS.map((name): [string, string[]] => {
    const read = entries[name].map(({ id }) => `${name}/${id}`);
    return [name, [...read, ...[...unread].filter((key) => key.startsWith(`${name}/`))]];
  });
  const reports = entries.reports.flatMap(({ id, data }) => data.reports.map((row) => `${id}/${row.id}`));
  const answers = entries.questions.flatMap(({ id, data }) =>
    data.positions.map((position) => `${id}/${position.id}`),
  );
  return new Map([...pages, ['reports', reports], ['answers', answers], ['self', ['self']]]);
}

/** @returns a reference without what editors put around it: `../people/ada.mdx`, `@herald/1`, `Questions / x / y` */
function bare(found: string): string {
  return plain(found)
    .trim()
    .toLowerCase()
    .replace(/\s*\/\s*/g, '/')
    .replace(/^(?:\[?@|\.{0,2}\/|content\/|(?:sources|reports|questions)\/(?=[^/]+\/))+/, '')
    .replace(/(?:\.(?:mdx?|html|ya?ml))?(?:#.*)?\]?$/, '');
}

/** References inside a text. */
const SEVERAL = /[a-z][\w-]*\/[\w-]+/g;

/** Adds to each refused reference the nearest of its kind. @param unread files that failed to parse, as `people/ada` */
export function withNearest(
  problems: readonly Problem[],
  entries: EntryFiles,
  unread: ReadonlySet<string>,
): Problem[] {
  const names = namesOf(entries, unread);
  const titles = new Map(
    filesOf(entries, ENTRY_COLLECTIONS).map(({ collection, id, data }) => [
      `${collection} ${data.title.toLowerCase()}`,
      `${collection}/${id}`,
    ]),
  );
  return problems.map(({ meant, ...problem }) => {
    if (!meant) return problem;
    const several = meant.word.match(SEVERAL) ?? [];
    if (several.length > 1) {
      const expected = `${problem.expected}; in a list, a comma between two`;
      return { ...problem, expected, nearest: several.join(', ') };
    }
    const right = meant.among.flatMap((kind) => names.get(kind) ?? []);
    const found = bare(meant.word);
    const [id = ''] = found.split('/').slice(-1);
    const near =
      right.find((key) => key === found) ??
      meant.among
        .map((kind) => titles.get(`${kind} ${found.replace(`${kind}/`, '')}`))
        .find((key) => key !== undefined) ??
      (/^\d+$/.test(id) ? undefined : right.find((key) => key.endsWith(`/${id}`))) ??
      nearest(found, right);
    return { ...problem, nearest: near };
  });
}
