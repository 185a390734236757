// Measures work in a way that is the same on every machine: counts how often V8 runs each function and block. A loop
// counts once for each turn.
import { Session } from 'node:inspector/promises';
import { relative } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PROJECT } from './project.ts';

/** Runs by function, as "src/archive/report-dates.ts: inTimeOrder". Anonymous functions of a file are counted together. */
export type Calls = ReadonlyMap<string, number>;

export interface Counter {
  /** Counts the functions of src/archive, src/model and src/charts that some work runs. */
  readonly count: (work: () => unknown) => Promise<Calls>;
  readonly stop: () => void;
}

/** The path of a counted script from the project's folder; undefined for scripts that are not counted. */
function projectFile(url: string): string | undefined {
  const path = relative(PROJECT, url.replace(/^file:\/\//, '').replace(/\?.*$/, ''));
  return /^src\/(?:archive|model|charts)\//.test(path) ? path : undefined;
}

/** Starts counting. V8 counts only code that is compiled from now on: import the work to measure after this. */
export async function startCounting(): Promise<Counter> {
  // V8 discards the counts of a function together with its bytecode.
  setFlagsFromString('--no-flush-bytecode');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    count: async (work) => {
      // Taking the counts resets them.
      await session.post('Profiler.takePreciseCoverage');
      work();
      const { result } = await session.post('Profiler.takePreciseCoverage');
      const calls = new Map<string, number>();
      for (const { url, functions } of result) {
        const file = projectFile(url);
        if (file === undefined) continue;
        for (const { functionName, ranges } of functions) {
          const name = `${file}: ${functionName === '' ? 'a function without a name' : functionName}`;
          const runs = ranges.reduce((sum, { count }) => sum + count, 0);
          calls.set(name, (calls.get(name) ?? 0) + runs);
        }
      }
      return calls;
    },
    stop: () => session.disconnect(),
  };
}
