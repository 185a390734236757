// The folders that commands and integrations work in.
import { fileURLToPath } from 'node:url';

/** The folder of this project, with a slash at its end. */
export const PROJECT = fileURLToPath(new URL('../', import.meta.url));

/** The folder that holds `content/`: the working folder, unless CONTENT_ROOT names another. */
export function contentRoot(): string {
  return process.env['CONTENT_ROOT'] ?? process.cwd();
}
