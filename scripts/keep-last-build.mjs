// Beside what was built now stays what was built before it: a server that still runs, and pages that are still open, go on with that.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Removes from a build's folder what neither this build nor the one before it wrote. `built`: paths in it, `assets/main-4f2a.js`. */
export function keepLastBuild(folder, built) {
  const list = path.join(folder, '.vite', 'built.json');
  const before = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  const stays = new Set([...built, ...before]);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll(path.sep, '/');
    if (entry.isFile() && !file.startsWith('.vite/') && !stays.has(file)) rmSync(path.join(folder, file));
  }
  mkdirSync(path.dirname(list), { recursive: true });
  writeFileSync(list, JSON.stringify(built));
}
