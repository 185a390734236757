// The cost of a command: processor time, and the memory that it and all its descendants hold at once.
// Linux only: memory is read from /proc (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html).
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Command } from '../sites.ts';

export interface Cost {
  /** Seconds of processor time, user and system, of the command and of all descendants that it waited for. */
  readonly cpu: number;
  /** The largest sum of resident memory seen, in megabytes of 1,000,000 bytes; a page that two processes share counts twice. */
  readonly memory: number;
}

const PAGE_BYTES = 4096;
const SAMPLE_MS = 100;

/** Bash's `time` prints user and system seconds to standard error; what the command prints goes to a file. */
const TIMED = 'TIMEFORMAT="%3U %3S"; time "${@:2}" >"$1" 2>&1';

/** The bytes of resident memory that all processes of a session hold now. */
function residentBytes(session: number | undefined): number {
  let bytes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The second field, the name in brackets, may itself hold spaces and brackets.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[3]) === session) bytes += Number(fields[21]) * PAGE_BYTES;
    } catch {
      // The process has ended since the folder was read.
    }
  }
  return bytes;
}

/**
 * Runs a command to its end and measures its cost.
 * @param log the file that receives everything the command prints
 * @throws if the command fails; the message names the log
 */
export async function costOf({ command, cwd, env }: Command, log: string): Promise<Cost> {
  const shell = spawn('bash', ['-c', TIMED, 'bash', log, ...command], {
    cwd,
    // `time` prints a decimal point in this locale.
    env: { ...process.env, ...env, LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // In a session of its own, by which its descendants are found.
    detached: true,
  });
  let memory = 0;
  const sampling = setInterval(() => (memory = Math.max(memory, residentBytes(shell.pid))), SAMPLE_MS);
  const ended = new Promise<number | null>((resolve) => shell.on('close', resolve));
  const times = await text(shell.stderr);
  const status = await ended;
  clearInterval(sampling);
  if (status !== 0) throw new Error(`${command.join(' ')} failed: see ${log}`);
  return { cpu: times.split(' ').reduce((sum, seconds) => sum + Number(seconds), 0), memory: memory / 1e6 };
}
