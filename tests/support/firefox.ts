// Firefox for the tests that need a second browser: one that is installed, else Debian's. As with Chromium,
// tests are never skipped for want of it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';

const NAMES = ['firefox', 'firefox-esr'];

/** Where installers put it that do not use the PATH. */
const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const HELP = 'install Firefox (on Debian: apt-get install firefox-esr) or set FIREFOX_PATH to one';

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const files = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES];
  return files.find((file) => existsSync(file));
}

/** Debian's package. @throws where this is not Debian, or not root */
function fromDebian(): string {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0)
    throw new Error(`No Firefox to test in: ${HELP}.`);
  console.log('Firefox is not installed: installing the Debian package firefox-esr …');
  for (const task of [['update'], ['install', '-y', '--no-install-recommends', 'firefox-esr']]) {
    const { status } = spawnSync('apt-get', task, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`No Firefox to test in: apt-get ${task.join(' ')} failed; ${HELP}.`);
  }
  return '/usr/bin/firefox-esr';
}

/**
 * Starts Firefox, driven over WebDriver BiDi.
 * @param size the size of its pages, in pixels
 * @throws where there is none, or it does not start: one line that says what to do
 */
export async function launchFirefox(size: { width: number; height: number }): Promise<Browser> {
  const executablePath = process.env['FIREFOX_PATH'] || (installed() ?? fromDebian());
  try {
    return await launch({ browser: 'firefox', executablePath, headless: true, defaultViewport: size });
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Error(`${executablePath} does not start (${reason}): ${HELP}.`, { cause: error });
  }
}
