// Finds programs that tests need and npm does not have: an installed one, else Debian's package. Tests are never skipped
// because a program is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Finds a command on the PATH.
 * @param names the names of one program, likeliest first
 * @param path folders to search, as in the PATH
 * @returns the files found, in the order of the names
 */
export function found(names: readonly string[], path = process.env['PATH'] ?? ''): string[] {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((file) => existsSync(file));
}

/**
 * Runs apt-get.
 * @param cwd the folder to run it in
 * @throws if it fails, or this is not Debian
 */
export function aptGet(task: readonly string[], cwd?: string): void {
  const { status, error } = spawnSync('apt-get', task, {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0)
    throw new Error(`apt-get ${task.join(' ')} failed${error ? ` (${error.message})` : ''}`, {
      cause: error,
    });
}

/**
 * Installs a Debian package.
 * @throws one line with the reason: this is not Debian, the user is not root, or the installation failed
 */
export function install(name: string): void {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0)
    throw new Error('apt-get can be used by root on Debian only');
  console.log(`Installing the Debian package ${name} …`);
  aptGet(['update']);
  aptGet(['install', '-y', '--no-install-recommends', name]);
}

/** The first line of an error. */
export function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
