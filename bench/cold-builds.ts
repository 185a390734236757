// Compares the processor time of cold builds of the real site at two commits.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { costOf } from './measure/process.ts';
import type { Figures } from './report.ts';
import { CACHES, PROJECT, WORK } from './sites.ts';

/** The last commit before all content became Astro collections. */
const BASELINE = 'e0918b9';

/**
 * Checks HEAD and the baseline out into temporary worktrees, each with its own packages, and builds both in turn.
 * Only committed files are measured.
 * @param pairs how often to build both
 * @returns what was measured of HEAD and of the baseline
 */
export async function compareColdBuilds(pairs: number): Promise<Record<string, Figures>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const run = (cwd: string, program: string, ...rest: readonly string[]): void => {
    execFileSync(program, rest, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const columns: Record<string, Figures> = { HEAD: {}, [BASELINE]: {} };
  try {
    for (const commit of Object.keys(columns)) {
      run(PROJECT, 'git', 'worktree', 'add', '--quiet', '--detach', join(folder, commit), commit);
      run(join(folder, commit), 'npm', 'ci');
    }
    for (let pair = 1; pair <= pairs; pair++) {
      for (const [commit, figures] of Object.entries(columns)) {
        const cwd = join(folder, commit);
        for (const left of [...CACHES, '.work', 'dist'])
          rmSync(join(cwd, left), { recursive: true, force: true });
        const command = ['npm', 'run', 'build'];
        const { cpu } = await costOf({ command, cwd, env: {} }, join(WORK, 'cold-build.log'));
        console.log(`Pair ${pair} of ${pairs}, ${commit}: ${cpu.toFixed(1)} s`);
        figures[`pair ${pair}: processor time, s`] = [cpu];
        (figures['all pairs: processor time, s'] ??= []).push(cpu);
      }
    }
    return columns;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    run(PROJECT, 'git', 'worktree', 'prune');
  }
}
