// Which project's content is read: this one's, unless a command or a test names another.

/** The folder that holds `content/`. */
export function contentRoot(): string {
  return process.env['CONTENT_ROOT'] ?? process.cwd();
}
