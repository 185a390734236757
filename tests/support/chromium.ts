// Finds the browser for the tests: the headless Chromium of an npm package, which is the same on every machine and a
// third faster than one with a screen; else an installed one; else Debian's package. Without a browser the tests fail
// and say what to do; they are never skipped.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type LaunchOptions } from '@playwright/test';
import { found, install, reason } from './debian.ts';

/**
 * Chromium has no sandbox for root. It draws by itself, since a graphics card that is emulated takes longer. The other
 * flags stop its own requests. Web security stays on.
 */
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where installers put Chrome without adding it to the PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Provides a browser. @throws with the reason if it cannot */
type Provider = () => LaunchOptions | Promise<LaunchOptions>;

/** Where the unpacked browser of @sparticuz/chromium is kept, one folder for each version. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/chromium/', import.meta.url));

/** The browser inside the npm package `@sparticuz/chromium`, unpacked once. @throws on anything but Linux on x64 */
async function fromNpm(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`@sparticuz/chromium has no browser for ${process.platform} ${process.arch}`);
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(main, '../../package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(CACHE, version);
  if (!existsSync(folder)) {
    console.log(`Unpacking the Chromium of @sparticuz/chromium ${version} (once) …`);
    await unpack(folder, join(main, '../../bin'));
  }
  return {
    executablePath: join(folder, 'chromium'),
    // The package also has the shared libraries and a font that a minimal system lacks.
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/** Unpacks into a temporary folder and renames it, so that an interrupted run leaves no half-unpacked browser. */
async function unpack(folder: string, archives: string): Promise<void> {
  const stage = `${folder}.${process.pid}`;
  mkdirSync(stage, { recursive: true });
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const { TMPDIR } = process.env;
  // The package unpacks into the folder that TMPDIR names.
  process.env['TMPDIR'] = stage;
  try {
    await packaged.executablePath(archives);
    await inflate(join(archives, 'al2023.tar.br'));
    const fonts = join(stage, 'fonts/fonts.conf');
    writeFileSync(fonts, readFileSync(fonts, 'utf8').replaceAll('/tmp/', `${folder}/`));
    if (!existsSync(folder)) renameSync(stage, folder);
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Installs Debian's package. @throws if it cannot be installed */
function fromDebian(): LaunchOptions {
  install('chromium');
  return { executablePath: '/usr/bin/chromium' };
}

/** Starts a browser once. @throws if it does not start */
async function tried(options: LaunchOptions): Promise<LaunchOptions> {
  const launch = { ...options, args: ARGS };
  const browser = await chromium.launch(launch);
  await browser.close();
  return launch;
}

/** A provider for each installed browser, Chromium before Chrome. */
const installed = (): Provider[] =>
  [...found(NAMES), ...[...PLACES, chromium.executablePath()].filter((file) => existsSync(file))].map(
    (executablePath) => () => ({ executablePath }),
  );

/** Providers for measurements, which need a browser as readers have it. */
export const asReaders = (): Provider[] => [...installed(), fromNpm, fromDebian];

/**
 * Finds a Chromium that starts.
 * @param named the browser to use and no other, empty for none; CHROMIUM_PATH unless given
 * @param ways the providers to try in turn
 * @returns the options to launch it with
 * @throws if there is none: one line that says what to do and what was tried
 */
export async function findChromium({
  named = process.env['CHROMIUM_PATH'],
  ways = [fromNpm, ...installed(), fromDebian],
}: {
  readonly named?: string | undefined;
  readonly ways?: readonly Provider[];
} = {}): Promise<LaunchOptions> {
  if (named) {
    try {
      return await tried({ executablePath: named });
    } catch (error) {
      throw new Error(`CHROMIUM_PATH names ${named}, which does not start: ${reason(error)}`, {
        cause: error,
      });
    }
  }
  const failures: string[] = [];
  for (const way of ways) {
    try {
      return await tried(await way());
    } catch (error) {
      failures.push(reason(error));
    }
  }
  throw new Error(
    'No browser to test in: install Chromium (on Debian: apt-get install chromium) or set CHROMIUM_PATH ' +
      `to one. Tried: ${failures.join('; ') || 'nothing'}`,
  );
}
