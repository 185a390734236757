// How much work a piece of the project is, in a measure that is the same on every machine: how often V8 runs each
// of its functions and blocks. Loops count as often as they turn.
import { Session } from 'node:inspector/promises';
import { relative } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PROJECT } from './project.ts';

/** Runs by function: "src/archive/order.ts: inTimeOrder". Nameless ones are counted with their file. */
export type Calls = ReadonlyMap<string, number>;

export interface Counter {
  /** Counts what some work runs of src/archive, src/model and src/charts. */
  readonly count: (work: () => unknown) => Promise<Calls>;
  readonly stop: () => void;
}

/** The path of a counted script of this project, however the test runner names it; nothing for others. */
function projectFile(url: string): string | undefined {
  const path = relative(PROJECT, url.replace(/^file:\/\//, '').replace(/\?.*$/, ''));
  return /^src\/(?:archive|model|charts)\//.test(path) ? path : undefined;
}

/** Begins to count: V8 counts only what is compiled from now on, so that the work is to be imported after this. */
export async function startCounting(): Promise<Counter> {
  // With the code of a function that rests a while, V8 would throw away its counts.
  setFlagsFromString('--no-flush-bytecode');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    count: async (work) => {
      // Taking what was counted begins anew.
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
