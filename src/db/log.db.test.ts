import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { expectAgreement } from '../../test/agreement.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';
import { command, createItemsCommand, describeItem, moveCommand, newWorkspace, smallPlan } from '../../test/small-plan.ts';
import { itemsByRank } from '../domain/backlog/item.ts';
import { verb } from '../domain/collections.ts';
import { z } from 'zod';
import { NoWorkspace } from './refused.ts';

/** Gives an item a key that another one has: no rule of the domain would, and the database says no. */
const stealRank = verb({
  name: 'stealRank',
  does: 'Give an item the rank of another.',
  route: ['POST', '/test-thefts'],
  input: z.strictObject({ item: z.string(), from: z.string() }),
  needs: () => [],
  run: (draft, { item, from }) => draft.update('item', item, { rank: draft.workspace.get('item', from).rank }),
});

/** Turns the order of all items round by giving each the key of another. */
const reverseRanks = verb({
  name: 'reverseRanks',
  does: 'Turn the order of a product round.',
  route: ['POST', '/test-reversals'],
  input: z.strictObject({ product: z.string() }),
  needs: () => [],
  run(draft, { product }) {
    const items = [...draft.workspace.list(itemsByRank, product)];
    const ranks = items.map(({ rank }) => rank).toReversed();
    items.forEach(({ id }, at) => draft.update('item', id, { rank: ranks[at]! }));
  },
});

onBothDatabases((fresh) => {
  test('a statement that the database refuses fails its own command, and the others of its group are written', async () => {
    const data = await fresh();
    const store = await data.open();
    const host = await store.host((await store.createWorkspace(newWorkspace)).workspace);
    const { product, items } = await smallPlan(host, { items: 20 });
    const wanted = Array.from({ length: 12 }, (_, at) =>
      at % 5 === 2 ? command(stealRank, { item: items[at]!, from: items[0]! }) : moveCommand({ product, items: [items[at + 1]!], place: { to: 'bottom' } }),
    );
    const settled = await Promise.allSettled(wanted.map((one) => host.run(one)));
    expect(settled.map(({ status }) => status)).toEqual(wanted.map((_, at) => (at % 5 === 2 ? 'rejected' : 'fulfilled')));
    const log = await expectAgreement(data.options, host);
    expect(log).toHaveLength(3 + 10);
  });

  test('records may take over each other’s ranks in one entry', async () => {
    const data = await fresh();
    const store = await data.open();
    const host = await store.host((await store.createWorkspace(newWorkspace)).workspace);
    const { product, items } = await smallPlan(host, { items: 7 });
    await host.run(command(reverseRanks, { product }));
    expect(await host.read((view) => [...view.list(itemsByRank, product)].map(({ id }) => id))).toEqual(items.toReversed());
    await expectAgreement(data.options, host);
  });

  test('the log can be neither changed nor taken away', async () => {
    const data = await fresh();
    const store = await data.open();
    const host = await store.host((await store.createWorkspace(newWorkspace)).workspace);
    await smallPlan(host);
    await expect(store.db.updateTable('entries').set({ reason: 'never' }).where('seq', '=', 2).execute()).rejects.toThrow('append-only');
    await expect(store.db.deleteFrom('entries').where('seq', '=', 3).execute()).rejects.toThrow('append-only');
    if (store.dialect === 'postgres') await expect(sql`truncate entries`.execute(store.db)).rejects.toThrow('append-only');
    expect(await expectAgreement(data.options, host)).toHaveLength(3);
  });

  test('two workspaces have a log each and see nothing of each other', async () => {
    const data = await fresh();
    const store = await data.open();
    const ours = await store.host((await store.createWorkspace(newWorkspace)).workspace);
    const theirs = await store.host((await store.createWorkspace({ ...newWorkspace, slug: 'southwind', name: 'Southwind' })).workspace);
    const { items } = await smallPlan(ours);
    const plan = await smallPlan(theirs, { items: 2 });
    await ours.run(command(describeItem, { item: items[0]!, body: 'Ours' }));
    const version = await ours.read((view) => view.get('item', items[0]!).description!);
    expect(await theirs.text(version)).toBeUndefined();
    expect(await theirs.read((view) => [view.find('item', items[0]!), [...view.all('item')].length, [...view.all('product')].length])).toEqual([
      undefined,
      2,
      1,
    ]);
    await expect(theirs.run(moveCommand({ product: plan.product, items: [items[0]!], place: { to: 'top' } }))).rejects.toThrow('not-there');
    expect(await expectAgreement(data.options, ours)).toHaveLength(4);
    expect(await expectAgreement(data.options, theirs)).toHaveLength(3);
    expect(await store.workspaces()).toEqual([
      { id: ours.id, slug: 'northwind', name: 'Northwind', isExample: false },
      { id: theirs.id, slug: 'southwind', name: 'Southwind', isExample: false },
    ]);
    await expect(store.createWorkspace(newWorkspace)).rejects.toMatchObject({ blockers: [{ code: 'key-taken', key: 'northwind' }] });
  });

  test('the example goes in one step and leaves nothing, and real data does not go', async () => {
    const data = await fresh();
    const store = await data.open();
    const real = await store.createWorkspace(newWorkspace);
    const example = await store.createWorkspace({ ...newWorkspace, slug: 'example', name: 'Example', isExample: true });
    const host = await store.host(example.workspace);
    const { product, items } = await smallPlan(host);
    await host.run(command(describeItem, { item: items[0]!, body: 'Soon gone' }));
    let lost = 0;
    host.subscribe(
      () => {},
      () => lost++,
    );
    await store.removeWorkspace(example.workspace);
    expect(lost).toBe(1);
    for (const table of ['entries', 'facts', 'subjects', 'texts', 'mutations', 'heads', 'item', 'product', 'member', 'workspace']) {
      const left = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where workspace = ${example.workspace}`.execute(store.db);
      expect([table, Number(left.rows[0]?.n)]).toEqual([table, 0]);
    }
    await expect(host.run(createItemsCommand(product, ['Late']))).rejects.toThrow(NoWorkspace);
    await expect(store.host(example.workspace)).rejects.toThrow(NoWorkspace);
    await expect(store.removeWorkspace(real.workspace)).rejects.toThrow('not the example');
    expect((await store.workspaces()).map(({ slug }) => slug)).toEqual(['northwind']);
    await expect(store.db.deleteFrom('entries').execute()).rejects.toThrow('append-only');
  });
});
