// Starts nginx and Caddy with the configurations in hosting/, added to Debian's own. Uses installed ones, else unpacks Debian's packages
// without installing them, which starts no service. Without either, the tests fail; they are never skipped.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import getPort from 'get-port';
import { aptGet, found, reason } from './debian.ts';
import { PROJECT, run, stop } from './project.ts';

export const SERVERS = ['nginx', 'caddy'] as const;
export type ServerName = (typeof SERVERS)[number];

/** The Debian packages of each server. */
const PACKAGES: Readonly<Record<ServerName, readonly string[]>> = {
  nginx: ['nginx', 'nginx-common'],
  caddy: ['caddy'],
};

/** Folders of servers that are on the PATH of root only, or of Homebrew. */
const FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/opt/homebrew/bin'];

const HOSTING = join(PROJECT, 'hosting');

/** The folder for unpacked packages. */
const CACHE = join(PROJECT, 'node_modules/.cache/servers');

/** Unpacks the Debian packages of a server, once. @returns the folder that contains `usr/` and `etc/` */
function fromDebian(name: ServerName): string {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  const packages = PACKAGES[name];
  console.log(`${name} is not installed: unpacking the Debian package (once) …`);
  const stage = `${folder}.${process.pid}`;
  mkdirSync(stage, { recursive: true });
  try {
    try {
      aptGet(['download', ...packages], stage);
    } catch {
      // A new machine has no list of packages yet.
      aptGet(['update']);
      aptGet(['download', ...packages], stage);
    }
    for (const file of globSync('*.deb', { cwd: stage })) {
      if (spawnSync('dpkg-deb', ['-x', file, 'root'], { cwd: stage }).status !== 0)
        throw new Error(`dpkg-deb could not unpack ${file}`);
    }
    if (!existsSync(folder)) renameSync(join(stage, 'root'), folder);
    return folder;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** True if a server starts: one that was only unpacked may lack a library. */
const starts = (file: string): boolean =>
  spawnSync(file, [file.endsWith('nginx') ? '-v' : 'version']).status === 0;

/** An executable, and the folder that contains its `usr/` and `etc/`. */
interface Program {
  readonly file: string;
  readonly root: string;
}

/**
 * Finds an installed server, or unpacks one.
 * @throws where there is none, with one line that says what to do and what was tried
 */
export function findServer(name: ServerName): Program {
  const path = [process.env['PATH'] ?? '', ...FOLDERS].join(delimiter);
  const [installed] = found([name], path);
  if (installed !== undefined && starts(installed)) return { file: installed, root: '/' };
  let why = `${name} does not start`;
  try {
    const root = fromDebian(name);
    const file = ['usr/sbin', 'usr/bin']
      .map((place) => join(root, place, name))
      .find((path) => existsSync(path));
    if (file !== undefined && starts(file)) return { file, root };
  } catch (error) {
    why = reason(error);
  }
  throw new Error(`No ${name} to test with: install it (on Debian: apt-get install ${name}). Tried: ${why}.`);
}

/** The values that a host adds to the configuration. */
interface Site {
  /** The built site. */
  readonly folder: string;
  /** The path of the site, without a slash at its end; empty for the root. */
  readonly path: string;
  readonly port: number;
  /** A folder for the files that the server writes. */
  readonly work: string;
  readonly program: Program;
}

/** A configuration of Debian's package, whose paths lead into the work folder. */
const stock = (file: string, { work }: Site): string =>
  readFileSync(file, 'utf8').replace(/\/(?:etc\/nginx|var\/log\/nginx|run)\b/g, (path) => work + path);

/** Sets nginx up as docs/hosting.md says for Debian, in a copy of Debian's own configuration. */
function nginx(site: Site): { args: string[]; env: NodeJS.ProcessEnv } {
  const { folder, path, port, work, program } = site;
  const etc = join(work, 'etc/nginx');
  cpSync(join(program.root, 'etc/nginx'), etc, { recursive: true });
  for (const own of ['conf.d', 'sites-enabled', 'modules-enabled']) {
    rmSync(join(etc, own), { recursive: true, force: true });
    mkdirSync(join(etc, own));
  }
  for (const place of ['var/log/nginx', 'run']) mkdirSync(join(work, place), { recursive: true });
  writeFileSync(join(etc, 'nginx.conf'), stock(join(etc, 'nginx.conf'), site));
  cpSync(join(HOSTING, 'nginx-http.conf'), join(etc, 'conf.d/claimed-and-denied.conf'));
  cpSync(join(HOSTING, 'nginx-site.conf'), join(etc, 'snippets/claimed-and-denied.conf'));
  const example = stock(join(HOSTING, 'nginx-server.conf'), site).replace('80', `127.0.0.1:${port}`);
  const server =
    path === ''
      ? example.replace(/location =[^]*alias[^;]*/, `location / { root "${folder}"`)
      : example.replace('/srv/claimed-and-denied/', `"${folder}/"`);
  writeFileSync(join(etc, 'sites-enabled/claimed-and-denied'), server.replaceAll('/library/raids', path));
  // A test may not write to the folders of Debian's nginx.
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const places = temporary.map((name) => `${name}_temp_path ${work}/run/${name};`);
  writeFileSync(join(etc, 'conf.d/temporary.conf'), places.join('\n'));
  const args = ['-e', 'stderr', '-c', join(etc, 'nginx.conf'), '-g', 'daemon off; master_process off;'];
  return { args: ['-p', work, ...args], env: {} };
}

/** Adds our Caddyfile to Debian's, whose own site gets another port. */
function caddy({ folder, path, port, work, program }: Site): { args: string[]; env: NodeJS.ProcessEnv } {
  const config = join(work, 'Caddyfile');
  const own = readFileSync(join(program.root, 'etc/caddy/Caddyfile'), 'utf8').replace(
    /^:80\b/m,
    'http://127.0.0.1:0',
  );
  writeFileSync(config, `{\n\tadmin off\n}\n${own}\nimport "${HOSTING}/Caddyfile"\n`);
  const site = { ADDRESS: `http://127.0.0.1:${port}`, FOLDER: folder, SUB_PATH: path };
  const env = { ...site, HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work };
  return { args: ['run', '--adapter', 'caddyfile', '--config', config], env };
}

/**
 * Starts a server on a free port.
 * @param folder the built site
 * @param path the path of the site, with a slash before it; empty for the root
 * @returns the URL of the site's root, and a function that stops the server
 * @throws if the server ends before it answers, with its output
 */
export async function serveWith(
  name: ServerName,
  folder: string,
  path: string,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const program = findServer(name);
  const work = mkdtempSync(join(tmpdir(), `${name}-`));
  const port = await getPort();
  const { args, env } = { nginx, caddy }[name]({ folder, path, port, work, program });
  const server = run(program.file, args, work, { ...process.env, ...env });
  let ended = false;
  void server.end.finally(() => (ended = true));
  const close = async (): Promise<void> => {
    await stop(server);
    rmSync(work, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}${path}/`;
  const answers = (): Promise<boolean> =>
    fetch(address).then(
      () => true,
      () => false,
    );
  while (!(await answers())) {
    if (ended) {
      await close();
      throw new Error(`${name} does not serve ${folder} at ${address}: ${server.output().trim()}`);
    }
    await setTimeout(50);
  }
  return { address, stop: close };
}
