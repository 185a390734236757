import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findChromium, installedBrowsers } from '../support/chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'browsers '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file where a browser would be, which is none. */
function pretender(place: string, name: string): string {
  mkdirSync(join(folder, place), { recursive: true });
  const file = join(folder, place, name);
  writeFileSync(file, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  return file;
}

const first = pretender('first', 'google-chrome');
const second = pretender('second', 'chromium');
const other = pretender('elsewhere', 'chrome');

test('the folders of the PATH are searched, Chromium before Chrome, then other places', () => {
  const path = ['first', '', 'none', 'second'].map((name) => name && join(folder, name)).join(delimiter);
  expect(installedBrowsers(path, [other, join(folder, 'nothing')])).toEqual([second, first, other]);
});

test('a browser that is named is used or refused, and no other is tried', async () => {
  const tried: string[] = [];
  const search = findChromium({
    named: first,
    ways: [
      () => {
        tried.push('a provider');
        throw new Error('none');
      },
    ],
  });
  await expect(search).rejects.toThrow(`CHROMIUM_PATH names ${first}, which does not start`);
  expect(tried).toEqual([]);
});

test('where none can be had, one line says what to do and what was tried', async () => {
  const search = findChromium({
    named: '',
    ways: [
      () => {
        throw new Error('no package for this machine\nand more of it');
      },
      () => ({ executablePath: second }),
    ],
  });
  const error: unknown = await search.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  const { message } = error as Error;
  expect(message).toMatch(/^No browser to test in: install Chromium .* or set CHROMIUM_PATH to one\./);
  expect(message).toContain('no package for this machine;');
  expect(message.split('\n')).toHaveLength(1);
});
