import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { makeAny } from '../../../test/builders/edit.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { importedSprints, sprintsFor } from './shown-sprint.ts';
import { importedSprint } from './sprint.ts';

test('rounds that came with an import stand by themselves, the newest by its number first', () => {
  const world = new Sprinting();
  const sprint = world.sprint();
  for (const [at, name] of ['Old 2', 'Old 10', 'Old 1'].entries()) {
    const record = importedSprint({ id: world.nextId(at + 1), product: APP, name });
    world.run(makeAny, { in: 'sprint', record: { ...record } });
  }
  expect(sprintsFor(world.workspace, APP).map(({ id }) => id)).toEqual([sprint]);
  expect(importedSprints(world.workspace, APP).map(({ name }) => name)).toEqual(['Old 10', 'Old 2', 'Old 1']);
});
