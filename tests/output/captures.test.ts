// Checks the captured texts against the ledgers on machines that have the texts, which are not part of the project.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyCaptures } from '../../src/commands/verify.ts';
import { PROJECT } from '../support/project.ts';

const CAPTURES = join(PROJECT, '../shared/sources');
const present = existsSync(CAPTURES);
if (!present) console.log(`Captured texts are not checked: there is no ${CAPTURES}.`);

test.skipIf(!present)(
  'every captured text has its hash, its paragraphs and the evidence of its ledger',
  () => {
    const { lines, left, problems } = verifyCaptures(PROJECT, CAPTURES);
    expect(problems).toEqual([]);
    expect(left).toEqual([]);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !line.endsWith('; complete'))).toEqual([]);
  },
);
