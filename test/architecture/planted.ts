import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './imports.ts';

/** A small repository with the checkers' own configuration and with faults in it, inside this one so that it has its packages. */
export interface Planted {
  readonly home: string;
  /** Runs a checker from `node_modules` in it; gives its exit status and all that it said. */
  run(script: string, ...words: readonly string[]): { readonly status: number | null; readonly said: string };
  remove(): void;
}

/** Plants `files`; `copied` are taken from this repository as they are. */
export function plant(files: Readonly<Record<string, string>>, copied: readonly string[]): Planted {
  const home = path.join(root, '.cache', 'planted', randomUUID());
  const at = (file: string): string => {
    const place = path.join(home, file);
    mkdirSync(path.dirname(place), { recursive: true });
    return place;
  };
  at('.git/HEAD'); // a repository of its own: the checkers leave out what the outer one ignores
  for (const file of copied) copyFileSync(path.join(root, file), at(file));
  for (const [file, text] of Object.entries(files)) writeFileSync(at(file), text);
  return {
    home,
    run(script, ...words) {
      const done = spawnSync(process.execPath, [path.join(root, 'node_modules', script), ...words], { cwd: home, encoding: 'utf8' });
      return { status: done.status, said: `${done.stdout}${done.stderr}` };
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
