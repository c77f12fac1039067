import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { openStore } from '../src/db/store.ts';
import { createItemsCommand, newWorkspace, smallPlan } from '../test/small-plan.ts';
import type { Bench } from './row.ts';

const CHILD = path.join(path.dirname(fileURLToPath(import.meta.url)), 'open-store.child.ts');

interface Opened {
  readonly openMs: number;
  readonly readyMs: number;
  readonly items: number;
  readonly heapMb: number;
}

/** From opening an existing SQLite database to the first look at its workspace, in a fresh process. */
export const bench: Bench = {
  name: 'Opening a store',
  async run(quick) {
    const count = quick ? 5000 : 100_000;
    const dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-bench-'));
    try {
      const store = await openStore({ dataDir });
      const host = await store.host((await store.createWorkspace(newWorkspace)).workspace);
      const { product } = await smallPlan(host, { items: 0 });
      for (let made = 0; made < count; made += 1000) {
        await host.run(
          createItemsCommand(
            product,
            Array.from({ length: 1000 }, (_, at) => `Item ${made + at}, with a title of ordinary length`),
          ),
        );
      }
      await store.close();
      const runs = Array.from({ length: quick ? 1 : 3 }, () => opened(dataDir, host.id)).toSorted((a, b) => a.readyMs - b.readyMs);
      const { openMs, readyMs, heapMb } = runs[runs.length >> 1]!;
      const against = { what: 'ms to read the same rows and do nothing', measured: bareRead(dataDir) };
      return [
        { what: `${count.toLocaleString('en')} items, open to first look`, measured: readyMs, unit: 'ms', bar: 2000, against },
        { what: 'of that, until it is open and checked', measured: openMs, unit: 'ms', bar: null },
        { what: 'heap that it takes', measured: heapMb, unit: 'MB', bar: 150 },
      ];
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

function opened(dataDir: string, workspace: string): Opened {
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', CHILD, dataDir, workspace], { encoding: 'utf8' })) as Opened;
}

function bareRead(dataDir: string): number {
  const database = new Database(path.join(dataDir, 'cutline.db'), { readonly: true });
  const start = performance.now();
  database.prepare('select * from item').raw().all();
  const ms = performance.now() - start;
  database.close();
  return ms;
}
