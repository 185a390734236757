// `npm run check` reads and checks the content and prints every problem. It writes nothing.
import { contentRoot } from '../project.ts';
import { ContentError } from '../model/problems.ts';
import { readContent } from '../model/read.ts';
import { soundEntries } from '../rules/check.ts';

try {
  const { reports, questions } = soundEntries(readContent(contentRoot()));
  console.log(`The content is sound: ${reports.length} reports, ${questions.length} questions.`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
