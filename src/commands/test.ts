// `npm test`: every check, the quick ones first, each under its name and with its time. The first that
// fails ends the run, since what follows builds on it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './build.ts';

/** Where the captured texts lie, on machines that have them; they are not part of the project. */
const CAPTURES = join(PROJECT, '../shared/sources');

interface Step {
  readonly name: string;
  /** As in a shell; npm puts the project's own commands, and its Node, first on the PATH. */
  readonly command: string;
  /** The reason to leave the step out here, if there is one. */
  readonly without?: string | undefined;
}

const STEPS: readonly Step[] = [
  { name: 'Types', command: 'astro check && tsc -p bench' },
  { name: 'Lint', command: 'eslint .' },
  { name: 'Format', command: 'prettier --check .' },
  { name: 'Unit tests', command: 'vitest run tests/unit' },
  { name: 'Build', command: 'node src/commands/build.ts' },
  {
    name: 'Captured texts against the ledgers',
    command: 'node src/commands/verify.ts ../shared/sources',
    without: existsSync(CAPTURES) ? undefined : 'the captured texts are not on this machine',
  },
  // One file after the other: each builds projects of its own.
  { name: 'Output tests', command: 'vitest run tests/output --no-file-parallelism' },
  { name: 'Browser tests', command: 'playwright test' },
];

const started = performance.now();
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

for (const [index, { name, command, without }] of STEPS.entries()) {
  console.log(`\n[${index + 1}/${STEPS.length}] ${name}: ${without ? `left out, ${without}` : command}`);
  if (without) continue;
  const start = performance.now();
  const { status } = spawnSync(command, { cwd: PROJECT, shell: true, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n${name} failed, after ${seconds(start)}.`);
    process.exit(1);
  }
  console.log(`${name}: passed, in ${seconds(start)}.`);
}
console.log(`\nEverything passed, in ${seconds(started)}.`);
