// `npm run verify -- FOLDER` checks the captured texts in a folder against the ledgers: the hash, the number of
// paragraphs, and each evidence fragment.
// `npm run verify -- --site FOLDER` checks a copy of the built site against its list of hashes.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureProblems } from '../rules/fixity.ts';
import { contentRoot } from '../project.ts';
import { SUMS, sumProblems } from '../integrations/offline-copy.ts';
import { ContentError, problemsText, type Problem } from '../model/problems.ts';
import { readContent } from '../model/read.ts';
import { counted } from '../util/counted.ts';
import { soundEntries } from '../rules/check.ts';

/**
 * Checks the captured texts of all held sources.
 * @param root the folder that holds `content/`
 * @param folder the folder that holds `<id>.txt` for each source
 * @returns a line of text for each of them, the number of seen sources, and all problems
 * @throws ContentError if the content itself has problems
 */
export function verifyCaptures(
  root: string,
  folder: string,
): { lines: string[]; seen: number; problems: Problem[] } {
  const content = readContent(root);
  soundEntries(content);
  const ledgers = new Map(content.entries.reports.map((ledger) => [ledger.data.source, ledger]));
  const lines: string[] = [];
  const problems: Problem[] = [];
  let seen = 0;
  for (const source of content.entries.sources) {
    const { data } = source;
    if (data.capture === 'seen') {
      seen += 1;
      continue;
    }
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
    const found = captureProblems({ ...source, data }, ledger, readFileSync(capture));
    problems.push(...found);
    const { paragraphs, unused } = data;
    const reports = ledger.data.reports.length;
    const missing = found.filter((problem) => problem.file === ledger.file).length;
    lines.push(
      `${source.id}: ${paragraphs} paragraphs, ${paragraphs - unused.length} reported, ${unused.length} unused; ` +
        `${reports - missing} of ${reports} fragments found${found.length === 0 ? '; complete' : ''}`,
    );
  }
  return { lines, seen, problems };
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
  const { lines, seen, problems } = verifyCaptures(contentRoot(), folder);
  console.log(lines.join('\n'));
  if (seen > 0) console.log(`${counted(seen, 'source')} seen, not held: without a capture by design.`);
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
