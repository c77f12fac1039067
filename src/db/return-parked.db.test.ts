import { expect, test } from 'vitest';
import { expectAgreement } from '../../test/agreement.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';
import { command, newWorkspace, smallPlan } from '../../test/small-plan.ts';
import { parkItems } from '../domain/backlog/park-items.ts';
import { updateProduct } from '../domain/product/update-product.ts';
import type { Host } from './host.ts';

/** A clock that a test turns. */
class Clock {
  at = new Date('2026-03-02T12:00:00.000Z');
  now = (): Date => this.at;
  to(instant: string): void {
    this.at = new Date(instant);
  }
}

const park = (host: Host, items: readonly string[], returnOn: string) => host.run(command(parkItems, { items, returnOn }));
const parked = (host: Host): Promise<string[]> => host.read((view) => [...view.all('item')].flatMap(({ id, parkedAt }) => (parkedAt === null ? [] : [id])));

onBothDatabases((fresh) => {
  test('what is parked until a day comes back as that day begins in the zone of its product, by entries of the system', async () => {
    const data = await fresh();
    const clock = new Clock();
    const store = await data.open({ clock: clock.now });
    const host = await store.host((await store.createWorkspace(newWorkspace)).workspace);
    const first = await smallPlan(host, { key: 'EARLY' });
    const last = await smallPlan(host, { key: 'LATE' });
    await host.run(command(updateProduct, { product: first.product, zone: 'Pacific/Kiritimati' }));
    await host.run(command(updateProduct, { product: last.product, zone: 'America/Los_Angeles' }));
    const [early, late, later] = [first.items[0]!, last.items[0]!, last.items[1]!];
    const { seq } = await park(host, [early, late], '2026-03-05');
    await park(host, [later], '2026-03-06');
    const sweepAt = async (instant: string): Promise<readonly [number, string[]]> => {
      clock.to(instant);
      return [await store.returnParked(), await parked(host)];
    };
    expect(await sweepAt('2026-03-04T09:59:00.000Z')).toEqual([0, [early, late, later]]);
    expect(await sweepAt('2026-03-04T10:00:00.000Z')).toEqual([1, [late, later]]);
    expect(await sweepAt('2026-03-05T07:59:00.000Z')).toEqual([0, [late, later]]);
    expect(await sweepAt('2026-03-05T08:00:00.000Z')).toEqual([1, [later]]);
    expect(await sweepAt('2026-03-05T08:01:00.000Z')).toEqual([0, [later]]);
    const log = await expectAgreement(data.options, host);
    expect(log.slice(seq + 1).map(({ verb, actor, changes }) => [verb, actor, changes.length])).toEqual([
      ['returnItems', null, 1],
      ['returnItems', null, 1],
    ]);
  });

  test('of several nodes one does it, once, and who follows at another hears it', async () => {
    const data = await fresh();
    const clock = new Clock();
    const nodes = [await data.open({ clock: clock.now }), await data.open({ clock: clock.now, as: 'guest' })] as const;
    const { workspace } = await nodes[0].createWorkspace(newWorkspace);
    const host = await nodes[0].host(workspace);
    const other = await nodes[1].host(workspace);
    const { items } = await smallPlan(host, { items: 30 });
    await park(host, items, '2026-03-03');
    await other.read(() => 0);
    const isBack = new Promise<void>((resolve) => {
      other.subscribe(({ workspace: view }) => ([...view.all('item')].every(({ parkedAt }) => parkedAt === null) ? resolve() : undefined));
    });
    clock.to('2026-03-03T00:00:00.000Z');
    const written = await Promise.all([...nodes, ...nodes].map((node) => node.returnParked()));
    expect(written.reduce((sum, entries) => sum + entries)).toBe(30);
    await isBack;
    const log = await expectAgreement(data.options, host);
    expect(log.filter(({ verb }) => verb === 'returnItems')).toHaveLength(30);
  });

  test('a node that has gone is waited for only as long as its lease, and not at all when it has stopped in order', async () => {
    const data = await fresh();
    const clock = new Clock();
    const nodes = [await data.open({ clock: clock.now }), await data.open({ clock: clock.now, as: 'guest' })] as const;
    const { workspace } = await nodes[0].createWorkspace(newWorkspace);
    const host = await nodes[1].host(workspace);
    const { items } = await smallPlan(host);
    await park(host, [items[0]!], '2026-03-03');
    await park(host, [items[1]!], '2026-03-04');
    await nodes[0].returnParked();
    clock.to('2026-03-03T00:00:00.000Z');
    expect(await nodes[1].returnParked(), 'twelve hours after the other was heard of last').toBe(1);
    clock.to('2026-03-04T00:00:00.000Z');
    const late = await data.open({ clock: clock.now, as: 'guest' });
    await nodes[0].returnParked();
    expect(await late.returnParked(), 'the first has it').toBe(0);
    expect(await parked(await late.host(workspace))).toEqual([]);
    await park(host, [items[2]!], '2026-03-05');
    await nodes[0].close();
    clock.to('2026-03-05T00:00:00.000Z');
    expect(await late.returnParked()).toBe(1);
  });
});
