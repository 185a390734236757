// What a command costs: wall and processor time, and the most memory it and all its children hold at once.
// Linux only, since it reads /proc (https://man7.org/linux/man-pages/man5/proc.5.html).
import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Cost {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of processor time, children included. */
  readonly cpu: number;
  /** The most memory held at once, in megabytes of 1,000,000 bytes. */
  readonly memory: number;
}

const PAGE = 4096;
/** Clock ticks a second, as every Linux of today gives them to programs. */
const TICKS = 100;
const EVERY_MS = 100;

/** The fields of /proc/PID/stat after the name, which may itself hold spaces and brackets. */
function stat(pid: string | number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** The bytes that a process and all below it hold now. */
function held(root: number): number {
  const children = Map.groupBy(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const fields = stat(name);
          return [{ pid: Number(name), parent: Number(fields[1]), bytes: Number(fields[21]) * PAGE }];
        } catch {
          // It ended while we looked.
          return [];
        }
      }),
    ({ parent }) => parent,
  );
  const below = (pid: number): number =>
    (children.get(pid) ?? []).reduce((sum, child) => sum + child.bytes + below(child.pid), 0);
  return below(root);
}

/**
 * Runs a command, in a process of its own that waits for it and adds up.
 * @param command the program and its arguments
 * @param options the folder to run in, more environment, and the file for what it prints
 * @throws where it fails, with the place of what it printed
 */
export async function costOf(
  command: readonly string[],
  { cwd, env, log }: { cwd: string; env: Readonly<Record<string, string>>; log: string },
): Promise<Cost> {
  if (process.platform !== 'linux') throw new Error('The bench reads /proc, which only Linux has.');
  const output = openSync(log, 'w');
  const started = performance.now();
  const waiter = spawn(process.execPath, [fileURLToPath(import.meta.url), ...command], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
  });
  let memory = 0;
  const watch = setInterval(() => {
    if (waiter.pid !== undefined) memory = Math.max(memory, held(waiter.pid));
  }, EVERY_MS);
  let cpu = 0;
  waiter.on('message', (seconds) => (cpu = Number(seconds)));
  const status = await new Promise<number | null>((resolve) => waiter.on('close', resolve));
  clearInterval(watch);
  closeSync(output);
  if (status !== 0) throw new Error(`${command.join(' ')} failed: see ${log}`);
  return { wall: (performance.now() - started) / 1000, cpu, memory: memory / 1e6 };
}

if (import.meta.main) {
  const [program = '', ...rest] = process.argv.slice(2);
  const child = spawn(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
  child.on('close', (code) => {
    // The time of children that have ended and were waited for: user and system.
    const fields = stat('self');
    process.send?.((Number(fields[13]) + Number(fields[14])) / TICKS, () => process.exit(code ?? 1));
  });
}
