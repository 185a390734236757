// `npm run verify -- FOLDER`: checks every captured text in a folder against the ledgers: its hash, its
// paragraph count, and every evidence fragment against its paragraph.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureProblems } from '../archive/fixity.ts';
import { buildArchive } from '../archive/archive.ts';
import { contentRoot } from '../archive/root.ts';
import { ContentError, problemsText, type Problem } from '../model/problems.ts';
import { readContent } from '../model/read.ts';

/**
 * Verifies all sources.
 * @param folder holds one capture a source: `<id>.txt`
 * @returns a line for each source, and every problem
 * @throws ContentError where the content itself is not sound
 */
export function verifyCaptures(root: string, folder: string): { lines: string[]; problems: Problem[] } {
  const content = readContent(root);
  buildArchive(content);
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

if (import.meta.main) {
  const folder = process.argv[2];
  if (folder === undefined || !existsSync(folder)) {
    console.error(
      `Usage: npm run verify -- FOLDER\nFOLDER holds the captured texts, one <id>.txt a source${folder ? `; there is no ${folder}` : ''}.`,
    );
    process.exit(2);
  }
  try {
    const { lines, problems } = verifyCaptures(contentRoot(), folder);
    console.log(lines.join('\n'));
    if (problems.length > 0) {
      console.error(problemsText(problems));
      process.exitCode = 1;
    }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
