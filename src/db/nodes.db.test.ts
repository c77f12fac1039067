import { expect, test } from 'vitest';
import { besideStore, expectAgreement } from '../../test/agreement.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';
import { createItemsCommand, moveCommand, newWorkspace, smallPlan } from '../../test/small-plan.ts';
import type { Engine } from './engine.ts';
import { LiveHost } from './live-host.ts';
import { silent } from './store-log.ts';

onBothDatabases((fresh) => {
  test('two that write to one workspace at once keep one log without a gap, and both end in the same state', async () => {
    const data = await fresh();
    const one = await data.open();
    const { workspace } = await one.createWorkspace(newWorkspace);
    const two = await data.open({ as: 'guest' });
    const hosts = [await one.host(workspace), await two.host(workspace)] as const;
    const { product, items } = await smallPlan(hosts[0], { items: 30 });
    const heard: number[] = [];
    hosts[1].subscribe(({ entries }) => heard.push(...entries.map(({ entry }) => entry.seq)));
    await hosts[1].read(() => 0);
    await Promise.all(
      hosts.flatMap((host, node) =>
        Array.from({ length: 4 }, async (_, writer) => {
          for (let n = 0; n < 8; n++) {
            const moved = items[(node * 11 + writer * 5 + n) % items.length]!;
            await host.run(
              n % 2
                ? createItemsCommand(product, [`${node}/${writer}/${n}`])
                : moveCommand({ product, items: [moved], place: { position: 1 + ((n * 3) % 20) } }),
            );
          }
        }),
      ),
    );
    const [first, second] = [await hosts[0].run(createItemsCommand(product, ['End'])), await hosts[1].run(createItemsCommand(product, ['End of all']))];
    expect(second.seq).toBe(first.seq + 1);
    const log = await expectAgreement(data.options, hosts[1]);
    expect(heard).toEqual(log.map(({ seq }) => seq).slice(log.length - heard.length));
    expect(heard.length).toBeGreaterThan(64);
    await hosts[0].run(createItemsCommand(product, ['So that the other has caught up']));
    await expectAgreement(data.options, hosts[0]);
  });

  test('who follows at one node hears what another node has written without asking', async () => {
    const data = await fresh();
    const one = await data.open();
    const { workspace } = await one.createWorkspace(newWorkspace);
    const two = await data.open({ as: 'guest' });
    const writer = await one.host(workspace);
    const reader = await two.host(workspace);
    await reader.read(() => 0);
    const heard = new Promise<number>((resolve) => void reader.subscribe(({ seq }) => (seq >= 3 ? resolve(seq) : undefined)));
    await smallPlan(writer);
    expect(await heard).toBe(3);
    expect(await reader.read((view, seq) => [seq, [...view.all('item')].length])).toEqual([3, 5]);
  });

  test('a workspace that nobody uses gives its memory back, one that is followed does not, and the next to ask gets all of it', async () => {
    const data = await fresh();
    const store = await data.open();
    const { workspace } = await store.createWorkspace(newWorkspace);
    await besideStore(data.options, async (engine) => {
      let loads = 0;
      const counting: Engine = { ...engine, snapshot: (look) => (loads++, engine.snapshot(look)) };
      const host = new LiveHost(workspace, { engine: counting, log: silent, clock: () => new Date() });
      const { product } = await smallPlan(host);
      host.restIfIdle(0);
      await host.run(createItemsCommand(product, ['Still in memory']));
      expect(loads).toBe(1);
      await host.settled();
      host.restIfIdle(Infinity);
      expect(await host.read((view) => [...view.all('item')].length)).toBe(6);
      expect(loads).toBe(2);
      const stop = host.subscribe(() => {});
      host.restIfIdle(Infinity);
      await host.run(createItemsCommand(product, ['Followed']));
      expect(loads).toBe(2);
      stop();
      await host.settled();
    });
  });
});
