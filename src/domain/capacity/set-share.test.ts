import { ZodError } from 'zod';
import { expect, test } from 'vitest';
import { planned, type Planned } from '../../../test/builders/planned.ts';
import { setShare } from './set-share.ts';
import { sharesOf } from './share.ts';

const shares = (world: Planned) => Array.from(world.workspace.list(sharesOf, world.lines().firstTeam!), ({ category, percent }) => [category, percent]);

test('a team keeps a share for a category and one for unplanned work; 0 keeps none', () => {
  const world = planned({});
  const team = world.lines().firstTeam!;
  world.run(setShare, { team, category: 'technical-debt', percent: 20 });
  world.run(setShare, { team, category: null, percent: 10 });
  world.run(setShare, { team, category: 'technical-debt', percent: 25 });
  expect(shares(world)).toEqual([
    [null, 10],
    ['technical-debt', 25],
  ]);
  world.run(setShare, { team, category: null, percent: 0 });
  expect(shares(world)).toEqual([['technical-debt', 25]]);
  expect(world.run(setShare, { team, category: 'defect', percent: 0 }).entry).toBeNull();
});

test('more than all is refused, also when an undo would bring it', () => {
  const world = planned({});
  const team = world.lines().firstTeam!;
  const { entry } = world.run(setShare, { team, category: 'defect', percent: 70 });
  expect(world.refusal(() => world.run(setShare, { team, category: null, percent: 31 }))).toEqual([{ code: 'over-all', team, percent: 101 }]);
  const lower = world.run(setShare, { team, category: 'defect', percent: 10 }).entry;
  world.run(setShare, { team, category: null, percent: 90 });
  expect(world.refusal(() => world.undo(lower))).toMatchObject([{ code: 'nothing-to-undo' }]);
  expect(entry).not.toBeNull();
  for (const percent of [-1, 101, 2.5, Number.NaN]) expect(() => world.run(setShare, { team, category: null, percent }), String(percent)).toThrow(ZodError);
  expect(world.refusal(() => world.run(setShare, { team, category: null, percent: 5 }, 'tom'))).toEqual([{ code: 'not-allowed', may: 'set-capacity' }]);
});
