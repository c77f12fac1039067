// How much the first screen costs to load, brotli, fonts aside: the entry, what it imports at once and the styles of all of these.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './prepare.mjs';

const LIMIT_BYTES = 200_000;

/** What the first screen shows: the list's page. Counted also when it is split off from the entry. */
const FIRST_SCREEN = ['backlog/BacklogPage.tsx'];

/** The files of the first screen with their size in bytes, from a build's manifest. */
export function firstScreen(manifest, sizeOf, alsoLoaded = FIRST_SCREEN) {
  const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
  if (entries.length === 0) throw new Error('The manifest has no entry.');
  const keys = new Set();
  const follow = (key) => {
    if (keys.has(key)) return;
    keys.add(key);
    for (const next of manifest[key].imports ?? []) follow(next);
  };
  for (const key of [...entries, ...alsoLoaded.filter((name) => manifest[name])]) follow(key);
  const files = new Set();
  for (const key of keys) for (const file of [manifest[key].file, ...(manifest[key].css ?? [])]) files.add(file);
  return [...files].map((file) => ({ file, bytes: sizeOf(file) })).sort((a, b) => b.bytes - a.bytes);
}

function main() {
  const home = path.join(root, 'dist', 'web');
  const manifestFile = path.join(home, '.vite', 'manifest.json');
  if (!existsSync(manifestFile)) {
    console.error('There is no build to measure: run `npm run build` first.');
    process.exit(1);
  }
  for (const page of FIRST_SCREEN)
    if (!existsSync(path.join(root, 'src', 'web', page))) throw new Error(`The first screen shows ${page}, and there is no such file.`);
  const brotli = (file) => brotliCompressSync(readFileSync(path.join(home, file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const files = firstScreen(JSON.parse(readFileSync(manifestFile, 'utf8')), brotli);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { file, bytes } of files) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} KB  ${file}`);
  console.log(`${(total / 1000).toFixed(1).padStart(8)} KB  first screen, of ${LIMIT_BYTES / 1000} KB allowed`);
  if (total > LIMIT_BYTES) process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
