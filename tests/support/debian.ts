// Tools that tests need and npm does not have: one that is installed, else Debian's package. As with browsers,
// tests are never skipped for want of one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a command lies on the PATH. */
export function find(command: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file));
}

/**
 * Sees to it that a command can be run.
 * @param command its name
 * @param name the Debian package that has it
 * @throws where it is neither there nor can be installed: one line that says what to do
 */
export function provide(command: string, name: string): void {
  if (find(command)) return;
  const help = `install ${name} (on Debian: apt-get install ${name})`;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0)
    throw new Error(`No ${command} to test with: ${help}.`);
  console.log(`${command} is not installed: installing the Debian package ${name} …`);
  for (const task of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const { status } = spawnSync('apt-get', task, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0)
      throw new Error(`No ${command} to test with: apt-get ${task.join(' ')} failed; ${help}.`);
  }
}
