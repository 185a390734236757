// The built site under test.
import { fileURLToPath } from 'node:url';

/** `dist/` of this project. */
export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
