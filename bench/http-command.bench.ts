import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../src/db/store.ts';
import { Tokens } from '../src/server/identity/tokens.ts';
import { newWorkspace, smallPlan } from '../test/small-plan.ts';
import { buildServer, startBuilt } from './built-server.ts';
import { fsyncRate } from './fsync-rate.ts';
import { HttpLine } from './http-line.ts';
import type { Bench, Row } from './row.ts';

/** Commands over HTTP to a server process of its own, on SQLite, every answer after fsync; the load generator runs on the same machine. */
export const bench: Bench = {
  name: 'Commands over HTTP',
  async run(quick) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-bench-'));
    try {
      await buildServer();
      const headers = await furnish(dataDir);
      const server = await startBuilt(dataDir);
      const ask = (line: HttpLine, n: number) =>
        line.ask({ method: 'POST', path: '/api/v1/workspaces/northwind/products/APP/items', headers, body: `{"items":[{"title":"Item ${n} of the bench"}]}` });
      const look = (line: HttpLine) => line.ask({ method: 'GET', path: '/healthz' });
      const ms = quick ? 300 : 4000;
      await rate(server.port, { writers: 4, ms: ms / 2, ask }); // warm
      const bare = await latency(server.port, { count: quick ? 50 : 1000, ask: look });
      const one = await latency(server.port, { count: quick ? 50 : 1000, ask });
      const rows: Row[] = [
        { what: 'one command, p50', measured: one.p50, unit: 'ms', bar: 2, against: { what: 'an answer that does nothing, p50', measured: bare.p50 } },
        { what: 'one command, p99', measured: one.p99, unit: 'ms', bar: 10, against: { what: 'an answer that does nothing, p99', measured: bare.p99 } },
      ];
      const disk = { what: 'fsync/s of this disk', measured: fsyncRate(dataDir, quick ? 100 : 1500) };
      rows.push({
        what: '16 writers, one new item each',
        measured: await rate(server.port, { writers: 16, ms, ask }),
        unit: 'commands/s',
        bar: 3000,
        more: true,
        against: disk,
      });
      rows.push({ what: '1 writer', measured: await rate(server.port, { writers: 1, ms, ask }), unit: 'commands/s', bar: null, more: true, against: disk });
      await server.stop();
      return rows;
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

type Ask = (line: HttpLine, n: number) => Promise<{ status: number; body: string }>;

/** A workspace with 2,000 items and a token; gives the header to ask with. */
async function furnish(dataDir: string): Promise<string> {
  const store = await openStore({ dataDir });
  const { workspace, member } = await store.createWorkspace(newWorkspace);
  await smallPlan(await store.host(workspace), { items: 2000 });
  const { secret } = await new Tokens(store.db).make({ workspace, member, name: 'bench', role: 'admin' });
  await store.close();
  return `authorization: Bearer ${secret}\r\n`;
}

async function latency(port: number, { count, ask }: { count: number; ask: Ask }): Promise<{ p50: number; p99: number }> {
  const line = await HttpLine.open(port);
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const start = performance.now();
    assertDone(await ask(line, n));
    times.push(performance.now() - start);
  }
  line.close();
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: sorted[Math.floor(count * 0.5)]!, p99: sorted[Math.floor(count * 0.99)]! };
}

async function rate(port: number, { writers, ms, ask }: { writers: number; ms: number; ask: Ask }): Promise<number> {
  const lines = await Promise.all(Array.from({ length: writers }, () => HttpLine.open(port)));
  const start = performance.now();
  const counts = await Promise.all(
    lines.map(async (line) => {
      let count = 0;
      for (; performance.now() - start < ms; count++) assertDone(await ask(line, count));
      return count;
    }),
  );
  const done = counts.reduce((sum, count) => sum + count, 0);
  const seconds = (performance.now() - start) / 1000;
  for (const line of lines) line.close();
  return done / seconds;
}

function assertDone({ status, body }: { status: number; body: string }): void {
  if (status !== 200 && status !== 201) throw new Error(`the server answered ${status}: ${body}`);
}
