import { expect, test } from 'vitest';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { updateSprint } from '../sprint/update-sprint.ts';
import { comingSprints } from './coming-sprints.ts';

const rounds = (world: Sprinting) =>
  comingSprints(world.workspace, world.workspace.get('team', world.web), { today: '2026-03-04', count: 3 }).map(({ from, to }) => `${from} to ${to}`);

test('what a team has planned stands on its own days, and its cadence goes on after it', () => {
  const world = new Sprinting({ a: 1 });
  expect(rounds(world)[0]).toBe('2026-03-02 to 2026-03-15'); // a Monday, while nothing is planned
  const sprint = world.sprint();
  world.run(updateSprint, { sprint, startOn: '2026-03-04', endOn: '2026-03-17' });
  // After it, from the next day that is worked on to the last one of two weeks.
  expect(rounds(world)).toEqual(['2026-03-04 to 2026-03-17', '2026-03-18 to 2026-03-31', '2026-04-01 to 2026-04-14']);
});
