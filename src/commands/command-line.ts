// Reads the words of a command, and tells a mistake in them in one line.
import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * Reads the options of a command. Ends the program with status 1 if it gets a word or an option that it does not know.
 * @param usage how the command is written
 */
export function readOptions<const Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return wrongCommand(error instanceof Error ? error.message.replace(/\.? To specify.*/s, '') : '', usage);
  }
}

/** Prints what is wrong with a command, and ends the program with status 1. */
export function wrongCommand(found: string, usage: string): never {
  console.error(`${found}. Usage: ${usage}`);
  process.exit(1);
}
