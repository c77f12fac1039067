import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { openStore } from '../src/db/store.ts';
import { Tokens } from '../src/server/identity/tokens.ts';
import { createItemsCommand, newWorkspace, smallPlan } from '../test/small-plan.ts';
import { buildServer, startBuilt } from './built-server.ts';
import { HttpLine } from './http-line.ts';
import type { Bench } from './row.ts';

/** From starting the process to its first answer: on nothing, and on a workspace whose first rows are asked for. */
export const bench: Bench = {
  name: 'Server start',
  async run(quick) {
    const count = quick ? 5000 : 100_000;
    const folder = mkdtempSync(path.join(tmpdir(), 'cutline-bench-'));
    const runs = quick ? 1 : 5;
    try {
      await buildServer();
      const node = median(Array.from({ length: runs }, bareNode));
      const empty: number[] = [];
      for (let n = 0; n < runs; n++) empty.push(await firstAnswer(path.join(folder, `empty-${n}`), null));
      const full = path.join(folder, 'full');
      const headers = await furnish(full, count);
      const loaded: number[] = [];
      for (let n = 0; n < runs; n++) loaded.push(await firstAnswer(full, headers));
      const against = { what: 'ms for Node itself to start', measured: node };
      return [
        { what: 'empty, first answer', measured: median(empty), unit: 'ms', bar: 500, against },
        { what: `${count.toLocaleString('en')} items, first rows`, measured: median(loaded), unit: 'ms', bar: 2000, against },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function firstAnswer(dataDir: string, headers: string | null): Promise<number> {
  const start = performance.now();
  const server = await startBuilt(dataDir);
  const line = await HttpLine.open(server.port);
  const { status, body } = await line.ask(
    headers === null ? { method: 'GET', path: '/readyz' } : { method: 'GET', path: '/api/v1/workspaces/northwind/items?product=APP&limit=50', headers },
  );
  const ms = performance.now() - start;
  if (status !== 200) throw new Error(`the server answered ${status}: ${body}`);
  line.close();
  await server.stop();
  return ms;
}

async function furnish(dataDir: string, count: number): Promise<string> {
  const store = await openStore({ dataDir });
  const { workspace, member } = await store.createWorkspace(newWorkspace);
  const host = await store.host(workspace);
  const { product } = await smallPlan(host, { items: 0 });
  const titles = (from: number) => Array.from({ length: 1000 }, (_, at) => `Item ${from + at}, with a title of ordinary length`);
  for (let made = 0; made < count; made += 1000) await host.run(createItemsCommand(product, titles(made)));
  const { secret } = await new Tokens(store.db).make({ workspace, member, name: 'bench', role: 'admin' });
  await store.close();
  return `authorization: Bearer ${secret}\r\n`;
}

function bareNode(): number {
  const start = performance.now();
  spawnSync(process.execPath, ['-e', '']);
  return performance.now() - start;
}

const median = (all: number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1]!;
