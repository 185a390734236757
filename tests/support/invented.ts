// The bench's invented libraries, as archives: ground for what only shows where there is much.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeContent } from '../../bench/library/ours.ts';
import { makeLibrary } from '../../bench/library/plan.ts';
import { linkArchive, type Archive } from '../../src/archive/archive.ts';
import { readContent, type Content } from '../../src/model/read.ts';
import { soundEntries } from '../../src/rules/check.ts';

/** The content of a library of so many reports, as read from its files. */
export function inventedContent(reports: number): Content {
  const root = mkdtempSync(join(tmpdir(), 'invented '));
  try {
    writeContent(makeLibrary(reports), root);
    return readContent(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The archive of a library of so many reports. */
export function inventedArchive(reports: number): Archive {
  return linkArchive(soundEntries(inventedContent(reports)));
}
