// Plain JavaScript without dependencies: this runs before anything is installed or built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];
const BUILT_FROM = ['src', 'seeds', 'package.json', 'package-lock.json', 'vite.config.ts', 'vite.server.config.ts', 'tsconfig.base.json'];

/** Brings the repository from any state to one that runs: the right Node, packages, native part and build. Costs little when all is there. */
export function prepare() {
  checkNode();
  installIfNeeded();
  checkNative();
  buildIfNeeded();
}

/** Whether `dist` was built from the sources as they are now. */
export function isBuilt() {
  const file = path.join(root, 'dist', '.fingerprint');
  return existsSync(file) && readFileSync(file, 'utf8') === fingerprint();
}

/** Writes down from which sources `dist` was built. */
export function rememberBuild() {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(path.join(root, 'dist', '.fingerprint'), fingerprint());
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  stop(`Cutline needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`);
}

function installIfNeeded() {
  if (isInstalled()) return;
  console.log('Installing packages; this is needed once and after an update …');
  const done = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (done.status === 0) return;
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}`;
  if (/better-sqlite3|node-gyp|gyp ERR/.test(output)) stop(nativeSentence());
  console.error(output.trim().split('\n').slice(-20).join('\n'));
  stop('The packages could not be installed: `npm ci` failed with the lines above.');
}

/** npm keeps what it installed in a lock file of its own inside `node_modules`; every package that must be there is there at its version. */
function isInstalled() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([name, { version, optional, devOptional }]) => name === '' || optional || devOptional || have[name]?.version === version);
}

/** The embedded database is the one part in machine code: absent when its install script could not run, wrong after a change of Node. */
function checkNative() {
  if (loadsDatabase()) return;
  console.log('Building the embedded database for this machine; this takes about a minute …');
  const done = npm(['rebuild', 'better-sqlite3', '--foreground-scripts']);
  if (done.status !== 0 || !loadsDatabase()) stop(nativeSentence());
}

/** Missing, or made for another Node or machine: both can be mended; any other failure cannot. */
function loadsDatabase() {
  const binary = path.join(root, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node');
  if (!existsSync(binary)) return false;
  try {
    createRequire(import.meta.url)(binary);
    return true;
  } catch (error) {
    if (error.code !== 'ERR_DLOPEN_FAILED') throw error;
    return false;
  }
}

function nativeSentence() {
  return (
    'The embedded database (better-sqlite3) could neither be downloaded ready-made nor compiled for this machine: ' +
    'install Python 3, make and a C++ compiler (Debian: `apt-get install python3 make g++`) and start again.'
  );
}

function buildIfNeeded() {
  if (isBuilt()) return;
  console.log('Building; this is needed once and after a change …');
  const done = spawnSync(process.execPath, [path.join(root, 'scripts', 'build.mjs'), '--quiet'], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) stop('The build failed with the lines above.');
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of BUILT_FROM.filter((name) => existsSync(path.join(root, name)))
    .flatMap(sources)
    .sort((a, b) => (a < b ? -1 : 1)))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function sources(name) {
  if (path.extname(name) !== '') return [name];
  return readdirSync(path.join(root, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
}

function npm(words) {
  const { npm_execpath: cli } = process.env;
  const [command, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  return spawnSync(command, [...before, ...words], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: command === 'npm' && process.platform === 'win32',
  });
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
