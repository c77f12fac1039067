import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { edited, goes, onMarch } from '../../../test/builders/flowing.ts';
import { folded } from '../../../test/builders/folded.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { createState } from '../backlog/states.ts';
import { flowHistory } from './flow-history.ts';

const weeks = (world: World) =>
  folded(world, flowHistory, { input: { product: APP }, day: '2026-03-18' }).turns.map(({ from, turns, net }) => ({
    from,
    ...Object.fromEntries(Object.entries(turns).filter(([, count]) => count > 0)),
    net,
  }));

test('what came into the backlog and what left it is told for each whole week, worked out by hand here', () => {
  // Made on Monday, 2 March.
  const world = backlog({ a: 1, b: 1, c: 1, d: 1 });
  world.run(createState, { product: APP, name: 'New', group: 'triage' });
  goes(world, 'b', ['done', 4]);
  goes(world, 'c', ['declined', 5]);
  edited(world, 'd', [{ parkedAt: '2026-03-06T09:00:00.000Z' }, 6]);
  edited(world, 'd', [{ parkedAt: null }, 9]);
  edited(world, 'a', [{ trashedAt: '2026-03-10T09:00:00.000Z' }, 10]);
  // What waits in triage comes when it is accepted.
  onMarch(world, 10).add({ e: 1, f: 1 }, { state: [...world.workspace.all('state')].find(({ name }) => name === 'New')!.id });
  goes(world, 'e', ['backlog', 11]);
  goes(world, 'f', ['declined', 11]);
  goes(world, 'b', ['in-progress', 12], ['done', 13]);
  onMarch(world, 17).add({ later: 1 });
  expect(weeks(world)).toEqual([
    { from: '2026-03-02', new: 4, done: 1, declined: 1, parked: 1, net: 1 },
    { from: '2026-03-09', new: 1, back: 2, done: 1, trashed: 1, net: 1 },
  ]);
});

test('what was made and taken back came, and left as a mistake; what goes back to triage has left', () => {
  const world = backlog({ a: 1 });
  world.run(createState, { product: APP, name: 'New', group: 'triage' });
  goes(world, 'a', ['triage', 4]);
  onMarch(world, 5).add({ b: 1 });
  world.undo();
  expect(weeks(world)).toEqual([
    { from: '2026-03-02', new: 2, triage: 1, trashed: 1, net: 0 },
    { from: '2026-03-09', net: 0 },
  ]);
});
