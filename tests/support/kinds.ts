// Which built pages the browser tests open: one of each kind, and one of each variant of the markup.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Parser } from 'htmlparser2';
import { htmlFiles } from '../../src/output/files.ts';
import { DIST, WHOLE } from './project.ts';

/** Every page of the built site except the whole page, as a path from the site's root. */
export const PAGES = htmlFiles(DIST).filter((path) => path !== WHOLE);

const size = (path: string): number => statSync(join(DIST, path)).size;

const largest = (paths: readonly string[]): string[] =>
  paths.toSorted((a, b) => size(b) - size(a)).slice(0, 1);

/** All pages at the root, the index and the largest entry of each collection, and the largest further page of a list. */
export const KINDS: readonly string[] = [
  ...[...Map.groupBy(PAGES, dirname)].flatMap(([folder, paths]) => {
    if (folder === '.') return paths;
    const entries = paths.filter((path) => !path.endsWith('/index.html'));
    // A folder without an index holds the further pages of one entry's list.
    return entries.length === paths.length ? [] : [`${folder}/index.html`, ...largest(entries)];
  }),
  ...largest(PAGES.filter((path) => path.split('/').length > 2)),
];

/** Classes that number an element, or colour it by its side: they change neither where it may stand nor what it holds. */
const SHADE = /^(?:by|lane|of|side)-/;

/** The markup that a page uses: each element with each of its classes and roles, inside each class of its parent. */
function markup(path: string): Set<string> {
  const found = new Set<string>();
  const open: string[][] = [];
  const parser = new Parser({
    onopentag(name, { class: classes = '', role = '' }) {
      const own = Object.groupBy(classes.split(/\s+/), (each) => (SHADE.test(each) ? 'shades' : 'lasting'));
      const { shades = [], lasting = [] } = own;
      for (const each of shades) found.add(`${name}.${lasting[0] ?? ''}.${each}`);
      for (const parent of open.at(-1) ?? [''])
        for (const each of lasting) found.add(`${parent} > ${name}.${each}[${role}]`);
      open.push(lasting);
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(readFileSync(join(DIST, path), 'utf8'));
  return found;
}

/**
 * Chooses pages that together use all markup of the site: the kinds, and further pages for what no kind uses, such as
 * the mark of a side that few entries have. Of two pages that add as much, the smaller one is taken.
 */
function chosenVariants(): string[] {
  const chosen: string[] = [];
  const left = new Map(PAGES.toSorted((a, b) => size(a) - size(b)).map((path) => [path, markup(path)]));
  const choose = (path: string): void => {
    chosen.push(path);
    const seen = left.get(path) ?? new Set();
    for (const [other, unseen] of left) left.set(other, unseen.difference(seen));
  };
  KINDS.forEach(choose);
  for (;;) {
    const [path, unseen] = [...left].reduce((a, b) => (b[1].size > a[1].size ? b : a));
    if (unseen.size === 0) return chosen;
    choose(path);
  }
}

/** The pages that together use all markup. Workers take over the environment, and with it what was chosen before. */
export const variants = (): string[] => (process.env['VARIANTS'] ??= chosenVariants().join(' ')).split(' ');
