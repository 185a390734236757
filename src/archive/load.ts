import { readContent } from '../model/read.ts';
import { soundEntries } from '../rules/check.ts';
import { linkArchive, type Archive } from './archive.ts';
import { contentRoot } from './root.ts';

export function loadArchive(root = contentRoot()): Archive {
  return linkArchive(soundEntries(readContent(root)));
}
