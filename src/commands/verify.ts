// `npm run verify -- FOLDER` compares the captured texts in a folder with the ledgers: the hash, the number of paragraphs,
// and each evidence fragment. It leaves out the sources whose text is not there, and needs no content without problems.
// `npm run verify -- --site FOLDER` checks a copy of the built site against its list of hashes.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareCapture, isSeen, readCapture, type Draft } from '../rules/fixity.ts';
import { contentRoot } from '../project.ts';
import { SUMS, sumProblems } from '../output/offline-copy.ts';
import { nearest, problemsText, type Problem } from '../model/problems.ts';
import { counted } from '../util/counted.ts';
import { readContent, type Content } from '../model/read.ts';

/** The files of a collection by id, also those that their schema refuses. */
function drafts({ entries, writings }: Content, name: 'sources' | 'reports'): Map<string, Draft> {
  const refused = writings
    .filter(({ collection }) => collection === name)
    .flatMap(({ id, file, refused }) => (refused ? [[id, { file, ...refused }] as const] : []));
  return new Map<string, Draft>([...entries[name].map((entry) => [entry.id, entry] as const), ...refused]);
}

/**
 * Compares the captured texts in a folder, named `<id>.txt`, with their sources and ledgers.
 * @param root the folder that holds `content/`
 * @returns a line of text for each captured text, the sources whose text is not there, the number of seen sources, and
 * all problems
 */
export function verifyCaptures(
  root: string,
  folder: string,
): { lines: string[]; left: string[]; seen: number; problems: Problem[] } {
  const content = readContent(root);
  const [sources, ledgers] = [drafts(content, 'sources'), drafts(content, 'reports')];
  const ids = [...sources].flatMap(([id, source]) => (isSeen(source) ? [] : [id])).sort();
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.txt'))
    .map(({ name }) => name);
  const lines: string[] = [];
  const problems: Problem[] = [];
  const refuse = (file: string, found: string, expected: string): void => {
    problems.push({ rule: 'fixity', file, line: 0, column: 0, field: 'capture', found, expected });
  };
  for (const name of texts) {
    const id = name.slice(0, -'.txt'.length);
    const file = `content/sources/${id}.mdx`;
    const source = sources.get(id);
    if (!source && content.unread.has(`sources/${id}`))
      refuse(file, `a file that cannot be read, for ${name}`, 'a file without mistakes: see npm run check');
    else if (!source) {
      const near = nearest(id, ids);
      const hint = near ? ` (nearest: ${near})` : '';
      lines.push(`${name}: not compared, because ${file} does not exist${hint}`);
    } else if (isSeen(source)) lines.push(`${name}: not compared, because the source is seen, not held`);
    else {
      const path = join(folder, name);
      const capture = readCapture(readFileSync(path));
      if (typeof capture === 'string') {
        refuse(path, capture, 'the captured text, unchanged');
        continue;
      }
      const ledger = ledgers.get(id);
      const { problems: found, line } = compareCapture(source, ledger, capture);
      problems.push(...found);
      const unread = content.unread.has(`reports/${id}`) ? ' that can be read: see npm run check' : '';
      lines.push(`${id}: ${line}${ledger ? '' : `; no ledger${unread}`}`);
    }
  }
  const left = ids.filter((id) => !texts.includes(`${id}.txt`));
  return { lines, left, seen: sources.size - ids.length, problems };
}

const USAGE = `Usage: npm run verify -- FOLDER          FOLDER holds the captured texts, one <id>.txt a source
       npm run verify -- --site FOLDER   FOLDER holds a copy of the built site`;

/** Runs the check and prints the result. @returns the exit status: 1 if there are problems, else 0 */
function verify(site: boolean, folder: string): number {
  if (site) {
    const problems = sumProblems(folder);
    console.log(problems.length === 0 ? `${folder} is whole.` : problems.join('\n'));
    return problems.length === 0 ? 0 : 1;
  }
  const { lines, left, seen, problems } = verifyCaptures(contentRoot(), folder);
  if (left.length > 0) lines.push(`Left out, because their text is not in ${folder}: ${left.join(', ')}`);
  if (seen > 0) lines.push(`${counted(seen, 'source')} seen, not held: without a capture by design.`);
  console.log(lines.join('\n'));
  if (problems.length > 0) console.error(problemsText(problems));
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  const words = process.argv.slice(2);
  const site = words[0] === '--site';
  const folder = words[site ? 1 : 0];
  const isFolder = folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  if (!isFolder || (site && !existsSync(join(folder, SUMS)))) {
    console.error(
      `${USAGE}${folder ? `\n${folder}: ${isFolder ? `no ${SUMS} in it` : 'no such folder'}` : ''}`,
    );
    process.exitCode = 2;
  } else process.exitCode = verify(site, folder);
}
