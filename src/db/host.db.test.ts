import { expect, test } from 'vitest';
import { expectAgreement } from '../../test/agreement.ts';
import { onBothDatabases, type FreshData } from '../../test/fresh-store.ts';
import { newMutation } from '../../test/new-mutation.ts';
import { command, createItemsCommand, describeItem, moveCommand, newWorkspace, smallPlan } from '../../test/small-plan.ts';
import { undoEntry } from '../domain/history/undo-entry.ts';
import { Refusal } from '../domain/kernel/refusal.ts';
import { itemsByRank } from '../domain/backlog/item.ts';
import { MutationReused, type DurableGroup, type Host } from './host.ts';
import type { StoreOptions } from './open-engine.ts';
import type { Store } from './store.ts';

async function planIn(
  data: FreshData,
  more: Partial<StoreOptions> & { items?: number } = {},
): Promise<{ store: Store; host: Host; product: string; items: string[] }> {
  const store = await data.open(more);
  const host = await store.host((await store.createWorkspace(newWorkspace)).workspace);
  return { store, host, ...(await smallPlan(host, more)) };
}

onBothDatabases((fresh) => {
  test('what was answered is there after the store was closed and opened', async () => {
    const data = await fresh();
    const { store, host, product } = await planIn(data);
    expect(await host.run(createItemsCommand(product, ['Last']))).toMatchObject({ seq: 4, outcome: 'applied' });
    await store.close();
    const again = await (await data.open()).host(host.id);
    const log = await expectAgreement(data.options, again);
    expect(log.map(({ verb }) => verb)).toEqual(['createWorkspace', 'makeProduct', 'createItems', 'createItems']);
    expect(await again.read((view) => [...view.list(itemsByRank, product)].map(({ number, title }) => `${number} ${title}`))).toEqual([
      '1 Item 1',
      '2 Item 2',
      '3 Item 3',
      '4 Item 4',
      '5 Item 5',
      '6 Last',
    ]);
  });

  test('sixteen writers at once get one gapless log, and log, rows and memory are one', async () => {
    const data = await fresh();
    const { host, product, items } = await planIn(data, { items: 60 });
    const answers = await Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        const seqs: number[] = [];
        for (let n = 0; n < 12; n++) {
          const moved = items[(writer * 7 + n * 3) % items.length]!;
          const wanted =
            n % 3 === 0
              ? createItemsCommand(product, [`${writer}/${n}`])
              : moveCommand({ product, items: [moved], place: { position: 1 + ((writer * n) % 40) } });
          seqs.push((await host.run(wanted)).seq);
        }
        expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
        return seqs;
      }),
    );
    const log = await expectAgreement(data.options, host);
    expect(Math.max(...answers.flat())).toBe(log.length);
    expect(log.length).toBeGreaterThan(64);
  });

  test('workspaces that are made at one moment, and written to at one moment, do not come in each other’s way', async () => {
    const store = await (await fresh()).open();
    const names = ['one', 'two', 'three', 'four', 'five', 'six'];
    const made = await Promise.all(names.map((slug) => store.createWorkspace({ ...newWorkspace, slug })));
    const hosts = await Promise.all(made.map(({ workspace }) => store.host(workspace)));
    const plans = await Promise.all(hosts.map((host) => smallPlan(host)));
    expect(plans.map(({ items }) => items.length)).toEqual(names.map(() => 5));
  });

  test('large commands that come together are all answered, in the order in which they came', async () => {
    const data = await fresh();
    const { host, product } = await planIn(data, { items: 0 });
    const titles = (command: number) => Array.from({ length: 350 }, (_, at) => `${command}/${at}`);
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => host.run(createItemsCommand(product, titles(at)))));
    expect(answers.map(({ seq }) => seq)).toEqual(answers.map((_, at) => at + 3));
    await expectAgreement(data.options, host);
  });

  test('the same mutation again gets the same answer and is not done twice, also after a restart', async () => {
    const data = await fresh();
    const { store, host, product } = await planIn(data);
    const once = createItemsCommand(product, ['Once'], { actor: 'ada' });
    const [first, second] = await Promise.all([host.run(once), host.run(once)]);
    expect(second).toEqual(first);
    expect(await host.run(once)).toEqual(first);
    await store.close();
    const again = await (await data.open()).host(host.id);
    expect(await again.run(once)).toEqual(first);
    expect(await again.entries(first.seq, 10)).toEqual([]);
  });

  test('a mutation belongs to who made it and to what it was: another body is refused, another person or verb has one of their own', async () => {
    const data = await fresh();
    const { host, product, items } = await planIn(data);
    const once = createItemsCommand(product, ['Once'], { actor: 'ada' });
    await host.run(once);
    const { mutation } = once;
    await expect(host.run(createItemsCommand(product, ['Twice'], { actor: 'ada', mutation }))).rejects.toThrow(MutationReused);
    const here = newMutation();
    const both = [createItemsCommand(product, ['A'], { mutation: here }), createItemsCommand(product, ['B'], { mutation: here })].map((wanted) =>
      host.run(wanted),
    );
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await host.run(moveCommand({ product, items: [items[4]!], place: { to: 'top' } }, { actor: 'ada', mutation }))).toMatchObject({
      outcome: 'applied',
    });
    expect(await host.run(moveCommand({ product, items: [items[3]!], place: { to: 'top' } }, { actor: 'ben', mutation }))).toMatchObject({
      outcome: 'applied',
    });
  });

  test('refused and nothing to do write nothing', async () => {
    const data = await fresh();
    const { host, product, items } = await planIn(data);
    expect(await host.run(moveCommand({ product, items: [items[0]!], place: { to: 'top' } }))).toEqual({
      seq: 3,
      outcome: 'nothing-to-do',
      entry: null,
      kept: [],
    });
    await expect(host.run(moveCommand({ product, items: ['nobody'], place: { to: 'top' } }))).rejects.toThrow(Refusal);
    const none = createItemsCommand(product, ['Not mine'], { access: () => null });
    await expect(host.run(none)).rejects.toThrow('not-allowed');
    expect(await expectAgreement(data.options, host)).toHaveLength(3);
  });

  test('an entry holds at most 10,000 changes and 4 MB: more is refused and nothing of it stays', async () => {
    const data = await fresh();
    const { host, product } = await planIn(data, { items: 0 });
    const many = Array.from({ length: 5001 }, (_, at) => `${at}`);
    const call = (titles: readonly string[]) => createItemsCommand(product, titles.slice(0, 2000)).calls[0]!;
    const calls = Array.from({ length: 6 }, (_, at) => call(many.slice(at * 800)));
    await expect(host.run({ ...createItemsCommand(product, ['x']), calls })).rejects.toMatchObject({
      blockers: [{ code: 'too-many', what: 'changes', most: 10_000 }],
    });
    const long = Array.from({ length: 2000 }, () => 'ü'.repeat(500));
    await expect(host.run({ ...createItemsCommand(product, ['x']), calls: [call(long), call(long), call(long)] })).rejects.toMatchObject({
      blockers: [{ code: 'too-many', what: 'bytes', most: 4_000_000 }],
    });
    expect(await host.run(createItemsCommand(product, ['Fits']))).toMatchObject({ seq: 3, entry: { changes: [{ in: 'product' }, { record: { number: 1 } }] } });
    await expectAgreement(data.options, host);
  });

  test('several calls of a batch are one entry, all or nothing', async () => {
    const data = await fresh();
    const { host, product, items } = await planIn(data);
    const [create] = createItemsCommand(product, ['One']).calls;
    const [move] = moveCommand({ product, items: [items[4]!], place: { to: 'top' } }).calls;
    const [wrong] = moveCommand({ product, items: ['nobody'], place: { to: 'top' } }).calls;
    await expect(host.run({ ...createItemsCommand(product, ['x']), calls: [create!, wrong!] })).rejects.toThrow('not-there');
    const answer = await host.run({ ...createItemsCommand(product, ['x']), calls: [create!, move!], reason: 'asked for', act: 'a1' });
    expect(answer.entry).toMatchObject({ seq: 4, verb: 'batch', reason: 'asked for', act: 'a1' });
    expect(await host.entry(4)).toEqual(answer.entry);
    await expectAgreement(data.options, host);
  });

  test('undo finds its entry in the log and names who changed what it keeps', async () => {
    const data = await fresh();
    const { host, product, items } = await planIn(data);
    const moved = await host.run(moveCommand({ product, items: [items[4]!], place: { to: 'top' } }));
    const undone = await host.run(command(undoEntry, { entry: moved.seq }));
    expect(undone.outcome).toBe('applied');
    expect(await host.read((view) => [...view.list(itemsByRank, product)].map(({ id }) => id))).toEqual(items);
    await expect(host.run(command(undoEntry, { entry: 99 }))).rejects.toThrow('not-there');
    const built = await host.run(createItemsCommand(product, ['Written']));
    const made = built.entry!.changes.at(-1) as { record: { id: string } };
    await host.run(command(describeItem, { item: made.record.id, body: 'By Ben' }, { actor: 'ben' }));
    await expect(host.run(command(undoEntry, { entry: built.seq }))).rejects.toMatchObject({ blockers: [{ code: 'built-on', by: 'ben' }] });
    await expectAgreement(data.options, host);
  });

  test('time in the log never goes back, whatever the clock does', async () => {
    const data = await fresh();
    const times = ['2026-03-01T10:00:00.000Z', '2026-03-01T09:00:00.000Z', '2026-03-01T11:00:00.000Z'];
    let at = 0;
    const { host, product } = await planIn(data, { clock: () => new Date(times[Math.min(at++, 2)]!) });
    await host.run(createItemsCommand(product, ['Later']));
    const log = await expectAgreement(data.options, host);
    expect(log.map((entry) => entry.at.slice(11, 13))).toEqual(['10', '10', '11', '11']);
  });

  test('who follows gets every entry once, in order, with what was before, and only when it is durable', async () => {
    const data = await fresh();
    const { host, product, items } = await planIn(data);
    const heard: { seq: number; before: unknown; total: number }[] = [];
    const listen = ({ entries, workspace, seq }: DurableGroup) => {
      for (const { entry, befores } of entries)
        heard.push({ seq: entry.seq, before: befores.map(({ record }) => record?.id ?? null), total: [...workspace.all('item')].length });
      expect(seq).toBe(entries.at(-1)!.entry.seq);
    };
    const stop = host.subscribe(listen);
    const deaf = host.subscribe(() => {
      throw new Error('a listener that fails');
    });
    await host.run(moveCommand({ product, items: [items[4]!], place: { to: 'top' } }));
    await host.run(createItemsCommand(product, ['New']));
    expect(heard).toEqual([
      { seq: 4, before: [items[4]], total: 5 },
      { seq: 5, before: [product, null], total: 6 },
    ]);
    stop();
    deaf();
    await host.run(createItemsCommand(product, ['Unheard']));
    expect(heard).toHaveLength(2);
  });

  test('versions of a long text are kept beside the record and read one by one', async () => {
    const data = await fresh();
    const { host, items } = await planIn(data);
    const item = items[0]!;
    const body = '# Why\n\n\t“Größe” 🚲 — שלום\n';
    await host.run(command(describeItem, { item, body }));
    const first = await host.read((view) => view.get('item', item).description!);
    await host.run(command(describeItem, { item, body: 'Shorter' }));
    const second = await host.read((view) => view.get('item', item).description!);
    expect(await host.text(first)).toEqual({ id: first, owner: { in: 'item', id: item, field: 'description' }, base: null, body });
    expect(await host.text(second)).toMatchObject({ base: first, body: 'Shorter' });
    expect(await host.text('nothing')).toBeUndefined();
    await expectAgreement(data.options, host);
  });

  test('facts are those of the fields asked for, oldest first, and of the workspace alone', async () => {
    const data = await fresh();
    const { store, host, product, items } = await planIn(data);
    const other = await store.host((await store.createWorkspace({ ...newWorkspace, slug: 'southwind' })).workspace);
    await smallPlan(other);
    await host.run(createItemsCommand(product, ['Later']));
    const follows = [
      { in: 'item', field: 'state' },
      { in: 'team', field: 'pace' },
    ];
    const facts = [];
    for await (const piece of host.facts({ follows, after: 0, upTo: 4 })) facts.push(...piece);
    expect(facts.map(({ in: collection, seq }) => `${seq} ${collection}`)).toEqual(['2 team', ...items.map(() => '3 item'), '4 item']);
    expect(facts[0]).toMatchObject({ field: 'pace', from: null, to: 10, happenedOn: null });
    expect(new Set(facts.slice(1, 6).map(({ id }) => id))).toEqual(new Set(items));
    const between = [];
    for await (const piece of host.facts({ follows, after: 2, upTo: 3 })) between.push(...piece);
    expect(between).toEqual(facts.slice(1, -1));
  });

  test('what happened before it was told stands on its day, in facts and records, and the log says when it was told', async () => {
    const data = await fresh();
    const { host, product } = await planIn(data);
    const happened = { on: '2026-01-05', at: '2026-01-05T10:00:00.000Z' } as const;
    const { seq, entry } = await host.run({ ...createItemsCommand(product, ['Long ago']), happened });
    expect(entry!.at > '2026-01-06').toBe(true);
    const facts = [];
    for await (const piece of host.facts({ follows: [{ in: 'item', field: 'state' }], after: seq - 1, upTo: seq })) facts.push(...piece);
    expect(facts).toMatchObject([{ happenedOn: '2026-01-05', at: entry!.at }]);
    expect(await host.read((view) => [...view.list(itemsByRank, product)].at(-1))).toMatchObject({
      title: 'Long ago',
      createdOn: '2026-01-05',
      touchedAt: '2026-01-05T00:00:00.000Z',
    });
    await expectAgreement(data.options, host);
  });
});
