// Nothing in the output names the machine that built it. hostile.test.ts builds one site twice and compares the bytes.
import { readFileSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { files } from '../../src/output/files.ts';
import { DIST, PROJECT } from '../support/project.ts';

/** A file and everything packed in it: unpacks gzip and zip, and decodes base64, as deep as they go. */
function layers(name: string, bytes: Uint8Array): [name: string, bytes: Buffer][] {
  const buffer = Buffer.from(bytes);
  const signature = buffer.toString('latin1', 0, 4);
  const base64 = /base64="([^"]+)"$/.exec(buffer.toString('latin1'))?.[1];
  let inside: [string, Uint8Array][] = [];
  if (signature.startsWith('\x1f\x8b')) inside = [['unpacked', gunzipSync(buffer)]];
  else if (signature === 'PK\x03\x04') inside = Object.entries(unzipSync(buffer));
  else if (base64) inside = [['decoded', Buffer.from(base64, 'base64')]];
  return [[name, buffer], ...inside.flatMap(([part, content]) => layers(`${name}: ${part}`, content))];
}

test('compressed and encoded files are unpacked', () => {
  const fragment = files(DIST).find((path) => path.endsWith('.pf_fragment.js')) ?? '';
  const [, , text] = layers(fragment, readFileSync(join(DIST, fragment)));
  expect(text?.[1].toString()).toContain('"url":');
});

test('nothing in the output names the machine', () => {
  const content = files(join(PROJECT, 'content')).map((path) => readFileSync(join(PROJECT, 'content', path)));
  // Skip the name of a user or machine that is also a word of the content.
  const isDistinctive = (name: string): boolean =>
    name.length > 5 && !content.some((text) => text.includes(name));
  const paths = [PROJECT.replace(/\/$/, ''), `${homedir()}/`, `${tmpdir()}/`];
  const names = [
    ...paths.flatMap((path) => [path, encodeURI(path)]),
    ...[userInfo().username, hostname()].filter(isDistinctive),
  ];
  const found = files(DIST)
    // Pagefind's WebAssembly has the paths of the machine that built Pagefind.
    .filter((path) => !path.includes('/wasm.'))
    .flatMap((path) => layers(path, readFileSync(join(DIST, path))))
    .filter(([name]) => !name.includes('/wasm.'))
    .flatMap(([name, bytes]) => names.filter((one) => bytes.includes(one)).map((one) => `${name}: ${one}`));
  expect(found).toEqual([]);
});
