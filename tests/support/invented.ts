// The invented libraries of bench/ as archives, for tests of what only a large library shows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeContent } from '../../bench/library/ours.ts';
import { makeLibrary } from '../../bench/library/plan.ts';
import { linkArchive, type Archive } from '../../src/archive/archive.ts';
import { readContent, type Content } from '../../src/model/read.ts';
import { soundEntries } from '../../src/rules/check.ts';

/** The content of an invented library, read from its files. @param reports how many reports it has */
export function inventedContent(reports: number): Content {
  const root = mkdtempSync(join(tmpdir(), 'invented '));
  try {
    writeContent(makeLibrary(reports), root);
    return readContent(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The archive of an invented library. @param reports how many reports it has */
export function inventedArchive(reports: number): Archive {
  return linkArchive(soundEntries(inventedContent(reports)));
}
