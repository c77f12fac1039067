import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { fillOf } from './fill.ts';
import { candidatesFor } from './sprint-load.ts';
import { whyNoFill } from './why-no-fill.ts';

test('where filling takes nothing it is said what stands in its way', () => {
  const world = new Sprinting({ a: 8, big: 5, after: 1 });
  const sprint = world.sprint();
  world.blocks('a', 'after').plan(sprint, 'a');
  const why = () => {
    const candidates = candidatesFor(world.workspace, world.get(sprint), { in: 'backlog', product: APP });
    expect(fillOf(world.workspace, world.get(sprint), candidates)).toEqual([]);
    return whyNoFill(world.workspace, world.get(sprint), candidates);
  };
  expect(why()).toEqual({ code: 'next-does-not-fit', item: world.id('big'), needs: 5, room: 2 }); // 8 of 10 are in
  world.plan(sprint, 'big');
  expect(why()).toEqual({ code: 'next-does-not-fit', item: world.id('after'), needs: 1, room: 0 }); // 13 of 10
  world.plan(sprint, 'after');
  expect(why()).toEqual({ code: 'none-left' });
  world.run(editAny, { in: 'team', id: world.web, values: { pace: null } });
  expect(why()).toEqual({ code: 'no-capacity' });
});

test('what waits for something that is not in the sprint is passed over, and if all that is left does, that is said', () => {
  const world = new Sprinting({ a: 1, b: 1 });
  const [sprint, later] = [world.sprint(), world.sprint()];
  world.blocks('a', 'b').plan(later, 'a');
  const candidates = candidatesFor(world.workspace, world.get(sprint), { in: 'backlog', product: APP });
  expect([fillOf(world.workspace, world.get(sprint), candidates), whyNoFill(world.workspace, world.get(sprint), candidates)]).toEqual([
    [],
    { code: 'all-blocked' },
  ]);
});
