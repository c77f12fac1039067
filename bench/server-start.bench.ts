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

/** From starting the process to its first answer: on nothing, and on a workspace whose first rows are asked for; and how long others wait meanwhile. */
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
      const waits: Waits[] = [];
      for (let n = 0; n < runs; n++) {
        loaded.push(await firstAnswer(full, headers));
        waits.push(await longestWaits(full, headers));
      }
      const items = `${count.toLocaleString('en')} items`;
      const against = { what: 'ms for Node itself to start', measured: node };
      return [
        { what: 'empty, first answer', measured: median(empty), unit: 'ms', bar: 500, against },
        { what: `${items}, first rows`, measured: median(loaded), unit: 'ms', bar: 2000, against },
        { what: `${items} being loaded, another's longest wait`, measured: median(waits.map(({ load }) => load)), unit: 'ms', bar: 50 },
        { what: `${items}, snapshot being made, another's longest wait`, measured: median(waits.map(({ snapshot }) => snapshot)), unit: 'ms', bar: 50 },
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

interface Waits {
  readonly load: number;
  readonly snapshot: number;
}

/** How long somebody else's smallest question waits at most while the workspace is loaded, and while its snapshot is made. */
async function longestWaits(dataDir: string, headers: string): Promise<Waits> {
  const server = await startBuilt(dataDir);
  const other = await HttpLine.open(server.port);
  const authorization = headers.slice('authorization: '.length).trim();
  const during = async (path: string): Promise<number> => {
    let isOver = false;
    // Only until it begins: what unpacking costs is not the server's.
    const asked = fetch(`http://127.0.0.1:${server.port}/api/v1/workspaces/northwind/${path}`, { headers: { authorization, 'accept-encoding': 'br' } }).finally(
      () => (isOver = true),
    );
    let longest = 0;
    while (!isOver) {
      const start = performance.now();
      await other.ask({ method: 'GET', path: '/healthz' });
      longest = Math.max(longest, performance.now() - start);
    }
    const answer = await asked;
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`the server answered ${answer.status}`);
    return longest;
  };
  const load = await during('items?product=APP&limit=50');
  const snapshot = await during('snapshot');
  other.close();
  await server.stop();
  return { load, snapshot };
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
