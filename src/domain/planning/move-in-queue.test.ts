import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { moveItems } from '../backlog/move-items.ts';
import { trashItems } from '../backlog/trash-items.ts';
import type { PlaceInSprint } from '../sprint/move-in-sprint.ts';
import { moveInQueue } from './move-in-queue.ts';
import { queuePlacesOf } from './queue-place.ts';
import { teamQueue } from './team-queue.ts';

/** A team that serves two products, with four items in one and three in the other. */
class Serving extends Sprinting {
  readonly both: string;
  constructor() {
    super();
    this.both = this.team('Alps', 10, [APP, WEB]); // the first of both products, by name
    this.add({ a1: 1, a2: 1, a3: 1, a4: 1 }).add({ b1: 1, b2: 1, b3: 1 }, { product: WEB });
  }
  queue(): string {
    return this.titles(teamQueue(this.workspace, this.both).order);
  }
  move(place: PlaceInSprint, ...titles: string[]): void {
    this.run(moveInQueue, { team: this.both, items: this.ids(...titles), place });
  }
}

test('a row goes among those of another product where a hand puts it, and no rank changes', () => {
  const world = new Serving();
  expect(world.queue()).toBe('a1 b1 a2 b2 a3 b3 a4');
  world.move({ after: world.id('a3') }, 'b2');
  expect(world.queue()).toBe('a1 b1 a2 a3 b2 b3 a4');
  world.move({ before: world.id('a1') }, 'b1');
  expect(world.queue()).toBe('b1 a1 a2 a3 b2 b3 a4');
  world.move({ to: 'top' }, 'a1', 'a2');
  expect(world.queue()).toBe('a1 a2 b1 a3 b2 b3 a4');
  expect([world.ranked(), world.ranked(WEB)]).toEqual(['a1 a2 a3 a4', 'b1 b2 b3']);
  world.undo();
  expect(world.queue()).toBe('b1 a1 a2 a3 b2 b3 a4');
});

test('what would stand against the rank of its product is refused, and says against which', () => {
  const world = new Serving();
  const refused = (place: PlaceInSprint, ...titles: string[]) => world.refusal(() => world.move(place, ...titles));
  expect(refused({ to: 'top' }, 'b2')).toEqual([{ code: 'against-rank', item: world.id('b1'), other: world.id('b2') }]);
  expect(refused({ after: world.id('a4') }, 'a2')).toEqual([{ code: 'against-rank', item: world.id('a2'), other: world.id('a4') }]);
  expect(world.queue()).toBe('a1 b1 a2 b2 a3 b3 a4');
  world.move({ to: 'top' }, 'b1', 'b2'); // together they may
  expect(world.queue()).toBe('b1 b2 a1 a2 a3 b3 a4');
});

test('what is not in the queue is refused, a queue of one product is its rank, and it is for who plans the team’s sprints', () => {
  const world = new Serving();
  world.run(editAny, { in: 'item', id: world.id('a2'), values: { team: world.web } });
  expect(world.queue()).toBe('a1 b1 a3 b2 a4 b3');
  expect(world.refusal(() => world.move({ to: 'top' }, 'a2'))).toEqual([{ code: 'not-in-queue', item: world.id('a2'), team: world.both }]);
  expect(world.refusal(() => world.run(moveInQueue, { team: world.web, items: world.ids('a2'), place: { to: 'top' } }))).toEqual([]);
  expect(world.refusal(() => world.run(moveInQueue, { team: world.both, items: world.ids('a1'), place: { to: 'top' } }, 'tom'))).toEqual([
    { code: 'not-allowed', may: 'plan-sprints' },
  ]);
});

test('what is ranked anew in its product stands where that has it, and what leaves and comes back keeps its place', () => {
  const world = new Serving();
  world.move({ after: world.id('a4') }, 'b3');
  expect(world.queue()).toBe('a1 b1 a2 b2 a3 a4 b3');
  world.run(moveItems, { product: APP, items: world.ids('a4'), place: { to: 'top' } });
  expect(world.queue()).toBe('a4 a1 b1 a2 b2 a3 b3');
  const sprint = world.sprint({}, world.both);
  world.plan(sprint, 'b2', 'a1');
  expect(world.queue()).toBe('a4 b1 a2 a3 b3');
  world.plan(null, 'b2', 'a1');
  expect(world.queue()).toBe('a4 a1 b1 a2 b2 a3 b3');
});

test('what is being worked on keeps its place beside what waits, and gives it up to what a hand puts there', () => {
  const world = new Serving();
  world.move({ after: world.id('a4') }, 'b3'); // all have a place: a1 b1 a2 b2 a3 a4 b3
  const sprint = world.sprint({}, world.both);
  world.plan(sprint, 'b1');
  world.move({ to: 'top' }, 'b2');
  expect(world.queue()).toBe('b2 a1 a2 a3 a4 b3');
  world.plan(null, 'b1');
  expect(world.queue()).toBe('b1 b2 a1 a2 a3 a4 b3');
});

test('whatever is moved, by whoever, the queue has everything once and keeps each product’s rank; what is put somewhere stands there, and the others keep their order', () => {
  const titles = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3'];
  const title = fc.constantFrom(...titles);
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('queue' as const),
      items: fc.uniqueArray(title, { minLength: 1, maxLength: 3 }),
      at: title,
      edge: fc.constantFrom('before', 'after'),
    }),
    fc.record({ kind: fc.constant('rank' as const), item: title, at: title }),
    fc.record({ kind: fc.constant('gone' as const), item: title }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const world = new Serving();
      const isThere = (one: string) => world.item(one).trashedAt === null;
      for (const one of steps) {
        const before = world.queue().split(' ');
        if (one.kind === 'gone') world.run(trashItems, { items: world.ids(one.item) });
        else if (one.kind === 'rank') {
          const product = world.item(one.item).product;
          if (one.item === one.at || world.item(one.at).product !== product || !isThere(one.item) || !isThere(one.at)) continue;
          world.run(moveItems, { product, items: world.ids(one.item), place: { after: world.id(one.at) } });
        } else {
          const place = (one.edge === 'before' ? { before: world.id(one.at) } : { after: world.id(one.at) }) satisfies PlaceInSprint;
          const refused = world.refusal(() => world.move(place, ...one.items));
          if (refused.length > 0) expect(world.queue().split(' ')).toEqual(before);
          else
            expect(
              world
                .queue()
                .split(' ')
                .filter((id) => !one.items.includes(id)),
            ).toEqual(before.filter((id) => !one.items.includes(id)));
        }
        const queue = world.queue().split(' ').filter(Boolean);
        expect(queue.toSorted()).toEqual(titles.filter(isThere));
        for (const product of [APP, WEB]) {
          const ranked = world.ranked(product).split(' ').filter(Boolean);
          expect(queue.filter((id) => ranked.includes(id))).toEqual(ranked);
        }
      }
      const items = Array.from(world.workspace.list(queuePlacesOf, world.both), ({ item }) => item);
      expect(new Set(items).size).toBe(items.length);
    }),
    { numRuns: 60 },
  );
});
