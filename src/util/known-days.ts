// What was known by a day: the data that pages carry and their script reads (src/scripts/known.ts).

/**
 * What was known from one day until the next change: the place of the day in the list of days, the standing from the held
 * sources alone and from all, and for a position its voices, as places in the list of names: those in held sources, and
 * those in seen sources only. A tuple, because pages carry hundreds.
 */
export type KnownState<Standing extends string = string> = readonly [
  from: number,
  held: Standing,
  all: Standing,
  voices?: readonly number[],
  seen?: readonly number[],
];

/** A question or a position, with its states in time order. */
export interface KnownRow<Standing extends string = string> {
  readonly text: string;
  /** The address of a question, from the page. */
  readonly href?: string;
  readonly states: readonly KnownState<Standing>[];
}

/** The answer to "as known on" for each of some days. */
export interface Known<Standing extends string = string> {
  /** Each day on which something changed (`2023-05-23`), in order, with its words. */
  readonly days: readonly (readonly [day: string, words: string])[];
  /** The side and the name of each voice. */
  readonly names: readonly (readonly [side: string, name: string])[];
  /** The question that the rows answer, if they are positions. */
  readonly whole?: KnownRow<Standing>;
  readonly rows: readonly KnownRow<Standing>[];
}

/** @returns the last state of a row that began by a day, which is given by its place in the list of days */
export function stateOn<Standing extends string>(
  { states }: KnownRow<Standing>,
  day: number,
): KnownState<Standing> | undefined {
  return states.findLast(([from]) => from <= day);
}
