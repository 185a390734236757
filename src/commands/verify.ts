// `npm run verify -- FOLDER`: checks every captured text in a folder against the ledgers: its hash, its
// paragraph count, and every evidence fragment against its paragraph.
// `npm run verify -- --site FOLDER`: checks a copy of the built site against its own list of hashes.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureProblems } from '../archive/fixity.ts';
import { contentRoot } from '../archive/root.ts';
import { SUMS, sumProblems } from '../integrations/offline-copy.ts';
import { ContentError, problemsText, type Problem } from '../model/problems.ts';
import { readContent } from '../model/read.ts';
import { soundEntries } from '../rules/check.ts';

/**
 * Verifies all sources.
 * @param folder holds one capture a source: `<id>.txt`
 * @returns a line for each source, and every problem
 * @throws ContentError where the content itself is not sound
 */
export function verifyCaptures(root: string, folder: string): { lines: string[]; problems: Problem[] } {
  const content = readContent(root);
  soundEntries(content);
  const ledgers = new Map(content.entries.reports.map((ledger) => [ledger.data.source, ledger]));
  const lines: string[] = [];
  const problems: Problem[] = [];
  for (const source of content.entries.sources) {
    const ledger = ledgers.get(source.id);
    const capture = join(folder, `${source.id}.txt`);
    if (!ledger) continue;
    if (!existsSync(capture)) {
      problems.push({
        rule: 'fixity',
        file: source.file,
        line: 0,
        column: 0,
        field: 'capture',
        found: `no file ${capture}`,
        expected: 'the captured text, unchanged',
      });
      continue;
    }
    const found = captureProblems(source, ledger, readFileSync(capture));
    problems.push(...found);
    const { paragraphs, unused } = source.data;
    const reports = ledger.data.reports.length;
    const missing = found.filter((problem) => problem.file === ledger.file).length;
    lines.push(
      `${source.id}: ${paragraphs} paragraphs, ${paragraphs - unused.length} reported, ${unused.length} unused; ` +
        `${reports - missing} of ${reports} fragments found${found.length === 0 ? '; complete' : ''}`,
    );
  }
  return { lines, problems };
}

const USAGE = `Usage: npm run verify -- FOLDER          FOLDER holds the captured texts, one <id>.txt a source
       npm run verify -- --site FOLDER   FOLDER holds a copy of the built site`;

/** Prints what was found. @returns the exit status: 0 sound, 1 problems */
function verify(site: boolean, folder: string): number {
  if (site) {
    const problems = sumProblems(folder);
    console.log(problems.length === 0 ? `${folder} is whole.` : problems.join('\n'));
    return problems.length === 0 ? 0 : 1;
  }
  const { lines, problems } = verifyCaptures(contentRoot(), folder);
  console.log(lines.join('\n'));
  if (problems.length > 0) console.error(problemsText(problems));
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  const words = process.argv.slice(2);
  const site = words[0] === '--site';
  const folder = words[site ? 1 : 0];
  if (folder === undefined || !existsSync(site ? join(folder, SUMS) : folder)) {
    console.error(`${USAGE}${folder ? `\n${folder}: ${site ? `no ${SUMS} in it` : 'no such folder'}` : ''}`);
    process.exit(2);
  }
  try {
    process.exitCode = verify(site, folder);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
