import { expect, test } from 'vitest';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { closeSprint } from './close-sprint.ts';
import { raiseImpediment, resolveImpediment } from './impediments.ts';
import { impedimentsDuring } from './impediments-during.ts';

test('what was in the way during a sprint is what was raised by its end and not gone before its start', () => {
  const world = new Sprinting({ a: 1 });
  const sprint = world.sprint();
  const raise = (title: string) => world.run(raiseImpediment, { team: world.web, title }).made[0]!;
  const during = () => impedimentsDuring(world.workspace, world.get(sprint)).map(({ title }) => title);
  const gone = raise('gone before');
  world.run(resolveImpediment, { impediment: gone });
  const old = raise('from before');
  world.later(1).start(sprint);
  expect(during()).toEqual(['from before']);
  raise('raised in it');
  world.later(1).run(resolveImpediment, { impediment: old });
  expect(during()).toEqual(['from before', 'raised in it']);
  world.run(closeSprint, { sprint });
  world.later(1);
  raise('after it');
  expect(during()).toEqual(['from before', 'raised in it']);
});
