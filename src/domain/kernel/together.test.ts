import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP, CAST, fixedId } from '../../../test/builders/cast.ts';
import { Chance } from '../../../test/builders/chance.ts';
import { dump, dumpIndexes } from '../../../test/builders/dump.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { backlog, type World, type WorldCall } from '../../../test/builders/world.ts';
import { itemsByRank } from '../backlog/item.ts';
import { moveItems } from '../backlog/move-items.ts';
import { setState } from '../backlog/set-state.ts';
import { stateIn } from '../backlog/state.ts';
import { updateItems } from '../backlog/update-items.ts';
import type { Collections } from '../collections.ts';
import { emptyWorkspace, model } from '../model.ts';
import { closeSprint } from '../sprint/close-sprint.ts';
import { moveInSprint } from '../sprint/move-in-sprint.ts';
import { planInSprint } from '../sprint/plan-in-sprint.ts';
import { startSprint } from '../sprint/start-sprint.ts';
import { idFrom } from './ids.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';
import type { Workspace } from './workspace.ts';

interface Pending {
  readonly mutation: string;
  readonly call: WorldCall;
}

/** One browser: what the server has confirmed, and commands that it has not confirmed yet, shown over it. */
class Browser {
  readonly confirmed: Workspace<Collections> = emptyWorkspace();
  readonly unsent: Pending[] = [];
  /** Sent commands by the seq that they became. */
  readonly sent = new Map<number, Pending>();
  /** Commands that somebody else's made impossible. */
  refused = 0;
  #seq = 0;

  constructor(world: World) {
    while (this.receive(world));
  }

  /** Sends the oldest command that waits; false when none does. */
  send(world: World): boolean {
    const next = this.unsent.shift();
    if (!next) return false;
    try {
      const { entry } = world.batch([next.call]);
      if (entry) this.sent.set(entry.seq, next);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refused += 1;
    }
    return true;
  }

  /** Takes the next entry of the log; false when there is none. */
  receive(world: World): boolean {
    const entry = world.log[this.#seq];
    if (!entry) return false;
    this.confirmed.apply(entry.changes, { seq: entry.seq, at: entry.at });
    this.#seq = entry.seq;
    this.sent.delete(entry.seq);
    return true;
  }

  /** What is on the screen: pending commands run again over what is confirmed. */
  shown(world: World): Workspace<Collections> {
    const fork = this.confirmed.fork();
    for (const { mutation, call } of [...this.sent.values(), ...this.unsent]) {
      try {
        run(call, { on: fork, mutation, world });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return fork;
  }
}

function run({ verb, input }: WorldCall, { on, mutation, world }: { on: Workspace<Collections>; mutation: string; world: World }) {
  let ids = 0;
  const context = { actor: CAST.ada.id, now: world.now, newId: () => idFrom(mutation, ++ids), givesNumbers: false, entry: () => undefined };
  return perform([{ verb, input: verb.input.parse(input) }], { model, workspace: on, context, stamp: { seq: 1, at: world.now }, access: world.access('ada') });
}

const TITLES = ['a', 'b', 'c', 'd', 'e'];
const orderOf = (workspace: Workspace<Collections>): string => Array.from(workspace.list(itemsByRank, APP), ({ title }) => title).join('');

function someMove(world: World, chance: Chance): WorldCall {
  const other = () => world.id(chance.pick(TITLES));
  const place = chance.pick([{ before: other() }, { after: other() }, { to: 'top' }, { to: 'bottom' }, { position: chance.whole(1, 5) }]);
  return { verb: moveItems as never, input: { product: APP, items: world.ids(...new Set(chance.some(TITLES, 3))), place } };
}

test('two people move the same items in a thousand interleavings and see the same order in the end', () => {
  for (let seed = 0; seed < 1000; seed++) {
    const chance = new Chance(seed);
    const world = backlog({ a: 1, b: 1, c: 1, d: 1, e: 1 });
    const browsers = [new Browser(world), new Browser(world)];
    for (let step = 0; step < 30; step++) {
      const browser = chance.pick(browsers);
      const what = chance.whole(0, 2);
      if (what === 0) browser.unsent.push({ mutation: fixedId(0x7_0000_0000 + step * 0x1_0000), call: someMove(world, chance) });
      else if (what === 1) browser.send(world);
      else browser.receive(world);
      if (chance.often(0.2)) expect(orderOf(browser.shown(world)).length).toBe(TITLES.length);
    }
    for (const browser of browsers) while (browser.send(world));
    for (const browser of browsers) while (browser.receive(world));
    const order = orderOf(world.workspace);
    expect(
      browsers.map((browser) => [orderOf(browser.shown(world)), browser.sent.size]),
      `seed ${seed}`,
    ).toEqual([
      [order, 0],
      [order, 0],
    ]);
    expect(dump(browsers[0]!.confirmed), `seed ${seed}`).toEqual(dump(world.workspace));
  }
}, 30_000);

/** Something that people do with two sprints of a team, of which either may be under way or over by now. */
function sprintCall(world: Sprinting, chance: Chance): WorldCall {
  const sprints = Array.from(world.workspace.all('sprint'), ({ id }) => id);
  const sprint = chance.pick(sprints);
  const items = world.ids(...new Set(chance.some(TITLES, 2)));
  const done = stateIn(world.workspace, APP, 'done')!.id;
  const place = chance.pick([{ to: 'top' }, { to: 'bottom' }]);
  const calls: readonly [verb: unknown, input: unknown][] = [
    [planInSprint, { items, sprint }],
    [planInSprint, { items, sprint: null }],
    [planInSprint, { items, sprint, place }],
    [moveInSprint, { sprint, items, place }],
    [setState, { items, state: done }],
    [startSprint, { sprint }],
    [closeSprint, { sprint, unfinished: chance.pick(['next-sprint', 'backlog']) }],
  ];
  const [verb, input] = chance.pick(calls);
  return { verb: verb as never, input };
}

test('two people plan, start and close the same sprints in a hundred interleavings: both see the same in the end, every rule holds, and one at most is under way', () => {
  let refused = 0;
  for (let seed = 0; seed < 100; seed++) {
    const chance = new Chance(seed);
    const world = new Sprinting({ a: 1, b: 1, c: 1, d: 1, e: 1 });
    for (let n = 0; n < 2; n++) world.sprint();
    const browsers = [new Browser(world), new Browser(world)];
    for (let step = 0; step < 30; step++) {
      const browser = chance.pick(browsers);
      const what = chance.whole(0, 2);
      if (what === 0) browser.unsent.push({ mutation: fixedId(0x7_0000_0000 + step * 0x1_0000), call: sprintCall(world, chance) });
      else if (what === 1) browser.send(world);
      else browser.receive(world);
      browser.shown(world);
    }
    for (const browser of browsers) while (browser.send(world));
    for (const browser of browsers) while (browser.receive(world));
    const server = dump(world.workspace);
    for (const browser of browsers) expect([dump(browser.confirmed), dump(browser.shown(world))], `seed ${seed}`).toEqual([server, server]);
    const all = [...world.workspace.all('sprint')];
    expect(all.filter(({ state }) => state === 'active').length, `seed ${seed}`).toBeLessThan(2);
    for (const name of ['item', 'sprint'] as const)
      expect([...world.workspace.all(name)].flatMap(({ id }) => model.broken(world.workspace, { in: name, id }) ?? [])).toEqual([]);
    refused += browsers[0]!.refused + browsers[1]!.refused;
  }
  expect(refused).toBeGreaterThan(30); // what the other side has made impossible
}, 60_000);

const plainUpdate = fc.oneof(
  fc.record({ dueOn: fc.constantFrom('2026-04-01', '2026-05-01', null) }),
  fc.record({ assignee: fc.constantFrom(CAST.tom.id, CAST.pia.id, null) }),
  fc.record({ estimate: fc.constantFrom({ kind: 'points' as const, value: 8 }, null) }),
  fc.record({ type: fc.constantFrom('bug' as const, 'chore' as const) }),
  fc.record({ title: fc.constantFrom('renamed') }),
  fc.record({ addTags: fc.constantFrom(['x'], ['y', 'z']) }),
  fc.record({ removeTags: fc.constantFrom(['p'], ['q']) }),
);

test('updates of different fields, and of sets by different members, come to the same in either order', () => {
  fc.assert(
    fc.property(plainUpdate, plainUpdate, (one, other) => {
      fc.pre(Object.keys(one)[0] !== Object.keys(other)[0]);
      const after = [
        [one, other],
        [other, one],
      ].map((updates) => {
        const world = backlog({ a: 3 });
        const items = world.ids('a');
        world.run(updateItems, { items, tags: ['p', 'q'] });
        const start = world.workspace.fork();
        const drafts = updates.map(
          (update) => run({ verb: updateItems as never, input: { items, ...update } }, { on: start.fork(), mutation: fixedId(1), world }).changes,
        );
        for (const [at, changes] of drafts.entries()) world.workspace.apply(changes, { seq: 100 + at, at: world.now });
        const { version: _, ...item } = world.workspace.get('item', items[0]!);
        return { item, indexes: dumpIndexes(world.workspace) };
      });
      expect(after[0]).toEqual(after[1]);
    }),
  );
});
