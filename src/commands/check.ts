// `npm run check` reads and checks the content and prints every problem, or every warning where there is no problem. It
// writes nothing.
// `npm run check -- --publish` also adds the addresses of all pages to content/published.txt: for each release.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentRoot } from '../project.ts';
import { ContentError } from '../model/problems.ts';
import { PUBLISHED, readContent } from '../model/read.ts';
import { publishedText } from '../rules/addresses.ts';
import { soundEntries } from '../rules/check.ts';
import { readOptions } from './command-line.ts';

const { publish } = readOptions({ publish: { type: 'boolean' } }, 'npm run check -- --publish');
try {
  const content = readContent(contentRoot());
  const { reports, questions } = soundEntries(content, console.warn);
  console.log(`The content is sound: ${reports.length} reports, ${questions.length} questions.`);
  if (publish) writeFileSync(join(contentRoot(), 'content', PUBLISHED), publishedText(content));
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
