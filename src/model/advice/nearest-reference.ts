// Finds the entry, the report or the position that a refused reference probably meant.
import { plain } from '../characters.ts';
import type { EntryFiles } from '../entries.ts';
import { nearest, type Problem } from '../problems.ts';
import { ENTRY_COLLECTIONS } from '../references.ts';

/** What references can name, by the kind that a schema accepts. */
type Names = ReadonlyMap<string, readonly string[]>;

function namesOf(entries: EntryFiles, unread: ReadonlySet<string>): Names {
  const pages = ENTRY_COLLECTIONS.map((name): [string, string[]] => [
    name,
    [
      ...entries[name].map(({ id }) => `${name}/${id}`),
      ...[...unread].filter((key) => key.startsWith(`${name}/`)),
    ],
  ]);
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

/**
 * Adds to each reference that a schema refused the nearest one of the right kind.
 * @param unread files that failed to parse, as `collection/id`
 */
export function withNearest(
  problems: readonly Problem[],
  entries: EntryFiles,
  unread: ReadonlySet<string>,
): Problem[] {
  const names = namesOf(entries, unread);
  const titles = new Map(
    ENTRY_COLLECTIONS.flatMap((name) => {
      const files: EntryFiles[typeof name] = entries[name];
      return [...files].map(({ id, data }): [string, string] => [
        `${name} ${data.title.toLowerCase()}`,
        `${name}/${id}`,
      ]);
    }),
  );
  return problems.map(({ meant, ...problem }) => {
    if (!meant) return problem;
    const right = meant.among.flatMap((kind) => names.get(kind) ?? []);
    const several = meant.word.match(SEVERAL) ?? [];
    if (several.length > 1)
      return {
        ...problem,
        expected: `${problem.expected}; in a list, a comma between two`,
        nearest: several.join(', '),
      };
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
