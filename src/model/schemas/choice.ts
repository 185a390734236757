// A field with a fixed list of values.
import { z } from 'astro/zod';

/**
 * A field that takes one of several values.
 * @param means the meaning of each value; editors show it beside the value (`enumDescriptions` in the JSON schema)
 * @param about what the field is about, as a sentence
 */
export function choice<const Value extends string>(means: Readonly<Record<Value, string>>, about = '') {
  const values = Object.keys(means) as [Value, ...Value[]];
  const list = values.map((value) => `${value}: ${means[value]}.`).join(' ');
  return z.enum(values).meta({
    description: `${about} ${list}`.trim(),
    enumDescriptions: values.map((value) => means[value]),
  });
}
