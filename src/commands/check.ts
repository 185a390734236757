// `npm run check`: reads and links the content, prints every problem, writes nothing.
import { loadArchive } from '../archive/load.ts';
import { ContentError } from '../model/problems.ts';

try {
  const archive = loadArchive();
  console.log(
    `The content is sound: ${archive.reports.length} reports, ${archive.questions.length} questions.`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
