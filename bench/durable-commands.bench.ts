import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../src/db/store.ts';
import type { Host } from '../src/db/host.ts';
import { moveItems } from '../src/domain/backlog/move-items.ts';
import { command, createItemsCommand, newWorkspace, smallPlan } from '../test/small-plan.ts';
import { fsyncRate } from './fsync-rate.ts';
import type { Bench, Row } from './row.ts';

/** Commands through the queue of one workspace on SQLite; every answer comes after fsync. */
export const bench: Bench = {
  name: 'Durable commands',
  async run(quick) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-bench-'));
    const ms = quick ? 300 : 4000;
    try {
      const baseline = { what: 'fsync/s of this disk', measured: fsyncRate(dataDir, quick ? 200 : 1500) };
      const store = await openStore({ dataDir });
      const host = await store.host((await store.createWorkspace(newWorkspace)).workspace);
      const { product, items } = await smallPlan(host, { items: 2000 });
      // Inputs are checked at the door, before the queue: once here.
      const [creating] = createItemsCommand(product, ['x']).calls;
      const { items: made, ...rest } = creating!.input as { items: readonly object[] };
      const create = (writer: number, n: number) => command(creating!.verb, { ...rest, items: [{ ...made[0], title: `Writer ${writer}, item ${n}` }] });
      const at = (place: number) => items[place % items.length]!;
      const move = (writer: number, n: number) =>
        command(moveItems, { product, items: [at(writer * 131 + n * 17)], place: { before: at(writer * 37 + n * 101 + 1) } });
      await rate(host, { writers: 16, ms: ms / 4, wanted: create }); // warm
      const rows: Row[] = [];
      for (const [what, writers, wanted, bar] of [
        ['16 writers, one new item each', 16, create, 6000],
        ['16 writers, one move each', 16, move, 6000],
        ['one writer alone, one new item each', 1, create, null],
      ] as const) {
        rows.push({ what, measured: await rate(host, { writers, ms, wanted }), unit: 'commands/s', bar, more: true, against: baseline });
      }
      await store.close();
      return rows;
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

type Wanted = (writer: number, n: number) => Parameters<Host['run']>[0];

async function rate(host: Host, { writers, ms, wanted }: { writers: number; ms: number; wanted: Wanted }): Promise<number> {
  const start = performance.now();
  const counts = await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      let count = 0;
      for (; performance.now() - start < ms; count++) await host.run(wanted(writer, count));
      return count;
    }),
  );
  const done = counts.reduce((sum, count) => sum + count, 0);
  return (done * 1000) / (performance.now() - start);
}
