// `npm test`: every check, the quick ones first, each under its name and with its time. Two go at a time, for
// there are two cores. The first that fails ends the run, since what follows builds on it.
import { spawn } from 'node:child_process';
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

/** Steps one after the other. */
type Lane = readonly Step[];

/** Stages one after the other; the lanes of one go at the same time. */
const STAGES: readonly (readonly Lane[])[] = [
  [
    [{ name: 'Types', command: 'astro check && tsc -p bench' }],
    [
      { name: 'Lint', command: 'eslint .' },
      { name: 'Format', command: 'prettier --check .' },
      { name: 'Unit tests', command: 'vitest run --project unit --project growth' },
    ],
  ],
  [
    [
      { name: 'Build', command: 'node src/commands/build.ts' },
      {
        name: 'Captured texts against the ledgers',
        command: 'node src/commands/verify.ts ../shared/sources',
        without: existsSync(CAPTURES) ? undefined : 'the captured texts are not on this machine',
      },
    ],
  ],
  [
    [{ name: 'Output tests', command: 'vitest run --project output --no-file-parallelism' }],
    [{ name: 'Build tests', command: 'vitest run --project builds --no-file-parallelism' }],
  ],
  [[{ name: 'Browser tests', command: 'playwright test' }]],
];

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs a command.
 * @param alone whether it may print as it goes; else what it prints comes together, at its end
 * @returns whether it succeeded
 */
function run(command: string, alone: boolean): Promise<boolean> {
  const child = spawn(command, {
    cwd: PROJECT,
    shell: true,
    stdio: ['inherit', ...(alone ? (['inherit', 'inherit'] as const) : (['pipe', 'pipe'] as const))],
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => printed.push(part));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(printed));
      resolve(status === 0);
    });
  });
}

/** Runs the steps of a lane until one fails. @returns whether none did */
async function runLane(lane: Lane, alone: boolean): Promise<boolean> {
  for (const { name, command, without } of lane) {
    if (without) {
      console.log(`\n${name}: left out, ${without}`);
      continue;
    }
    console.log(`\n${name}: ${command}`);
    const start = performance.now();
    const passed = await run(command, alone);
    console.log(`${name}: ${passed ? 'passed' : 'FAILED'}, in ${seconds(start)}.`);
    if (!passed) return false;
  }
  return true;
}

const started = performance.now();
for (const stage of STAGES) {
  const passed = await Promise.all(stage.map((lane) => runLane(lane, stage.length === 1)));
  if (passed.includes(false)) process.exit(1);
}
console.log(`\nEverything passed, in ${seconds(started)}.`);
