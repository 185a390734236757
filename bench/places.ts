// Where the bench finds and keeps things.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The bench's own folder, with its packages. */
export const BENCH = fileURLToPath(new URL('.', import.meta.url));

/** The project that is measured. */
export const PROJECT = join(BENCH, '..');

/** Libraries, built sites and results; nothing of it is kept in the repository. */
export const WORK = join(BENCH, '.work');
