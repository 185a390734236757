// How the tests look for a browser, and the error if they find none.
import { expect, test } from 'vitest';
import { findChromium } from '../support/chromium.ts';

const MISSING = '/nowhere/chromium';

test('a named browser is used or refused; no other is tried', async () => {
  let tried = false;
  const provider = (): never => {
    tried = true;
    throw new Error('none');
  };
  await expect(findChromium({ named: MISSING, ways: [provider] })).rejects.toThrow(
    `CHROMIUM_PATH names ${MISSING}, which does not start`,
  );
  expect(tried).toBe(false);
});

test('without a browser, one line says what to do and what was tried', async () => {
  const provider = (): never => {
    throw new Error('no package for this machine\nand more of it');
  };
  const search = findChromium({ named: '', ways: [provider, () => ({ executablePath: MISSING })] });
  await expect(search).rejects.toThrow(
    /^No browser to test in: install Chromium .* or set CHROMIUM_PATH to one\..* no package for this machine; .*$/,
  );
});
