import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS } from '../../../test/builders/planned.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { setShare } from '../capacity/set-share.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { loadsElsewhere } from './elsewhere.ts';
import { fillOf } from './fill.ts';
import { candidatesFor, loadOf, MOST_CANDIDATES, partsOfSprint } from './sprint-load.ts';
import { sprintsFor } from '../sprint/shown-sprint.ts';
import { updateSprint } from '../sprint/update-sprint.ts';
import { warningsOf } from './sprint-warnings.ts';

const titles = (world: Sprinting, ids: readonly string[]) => ids.map((id) => world.workspace.get('item', id).title).join(' ');

test('the load counts every card, a guess where nobody has estimated, against the pace over its working days', () => {
  // Estimated: 1, 2, 3, 5, 8, so what has no points counts as 3. Two weeks at a pace of 10 are 10; four days of them are 4.
  const world = new Sprinting({ a: 1, b: 2, c: 3, d: 5, e: 8, guess: null });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'c', 'guess');
  expect(loadOf(world.workspace, world.get(sprint))).toEqual({ unit: 'points', load: 7, guessed: 1, capacity: 10 });
  world.run(updateSprint, { sprint, endOn: '2026-03-05' });
  expect(loadOf(world.workspace, world.get(sprint)).capacity).toBe(4);
  world.run(editAny, { in: 'team', id: world.web, values: { pace: null } });
  expect(loadOf(world.workspace, world.get(sprint)).capacity).toBeNull();
});

test('candidates are the rows of its team that no open sprint has, from the backlog or a release, best first', () => {
  const world = new Sprinting({ a: 1, b: 1, c: 1, theirs: 1, d: 1 });
  const [sprint, later] = [world.sprint(), world.sprint()];
  world.run(editAny, { in: 'item', id: world.id('theirs'), values: { team: world.team('Mobile', 5) } });
  const release = world.release('2.4', IN_2_WEEKS);
  world.put(release, 'd', 'a').plan(later, 'b');
  const from = (of: string | null) =>
    titles(
      world,
      candidatesFor(world.workspace, world.get(sprint), of === null ? { in: 'backlog', product: APP } : { in: 'release', release: of }).map(({ id }) => id),
    );
  expect([from(null), from(release)]).toEqual(['a c d', 'a d']);
});

test('a sprint is planned from the top: of a long backlog the first five hundred stand to choose from', () => {
  const world = new Sprinting(Object.fromEntries(Array.from({ length: MOST_CANDIDATES + 20 }, (_, at) => [`i${at}`, 1])));
  const sprint = world.sprint();
  const candidates = () => candidatesFor(world.workspace, world.get(sprint), { in: 'backlog', product: APP });
  expect([candidates().length, candidates().at(-1)!.title]).toEqual([500, 'i499']);
  world.plan(sprint, 'i0', 'i1');
  expect([candidates().length, candidates().at(-1)!.title]).toEqual([500, 'i501']);
});

test('filling goes down the rank until the first that does not fit, and passes over what waits for something else', () => {
  const world = new Sprinting({ a: 3, held: 1, b: 5, big: 3, small: 1 });
  const sprint = world.sprint();
  world.blocks('small', 'held');
  const fill = () =>
    titles(world, fillOf(world.workspace, world.get(sprint), candidatesFor(world.workspace, world.get(sprint), { in: 'backlog', product: APP })));
  expect(fill()).toBe('a b'); // 8 of 10; big needs 3, and nothing smaller jumps over it
  world.plan(sprint, 'small');
  expect(fill()).toBe('a held b'); // 1 + 3 + 1 + 5 = 10
  world.plan(sprint, 'a', 'held', 'b');
  expect(fill()).toBe('');
});

test('what a team keeps is kept in its sprints as on its lines: for a category its cards draw on it, for unplanned work none do', () => {
  const world = new Sprinting({ a: 4, b: 3 });
  world.add({ debt: 1, more: 2 }, { type: 'chore' }).add({ c: 1 });
  const sprint = world.sprint();
  world.run(setShare, { team: world.web, category: 'technical-debt', percent: 20 });
  world.run(setShare, { team: world.web, category: null, percent: 10 });
  world.plan(sprint, 'a');
  expect(loadOf(world.workspace, world.get(sprint))).toMatchObject({ load: 4, capacity: 9 }); // of 10, one is kept for what nobody planned
  expect(partsOfSprint(world.workspace, world.get(sprint))).toEqual([
    { keptFor: null, percent: 70, capacity: 7, load: 4, forOthers: 0 },
    { keptFor: 'technical-debt', percent: 20, capacity: 2, load: 0, forOthers: 0 },
  ]);
  const fill = () =>
    titles(world, fillOf(world.workspace, world.get(sprint), candidatesFor(world.workspace, world.get(sprint), { in: 'backlog', product: APP })));
  expect(fill()).toBe('b debt'); // 4 + 3 of 7, 1 of 2; more needs 2, and c has no room beside b
});

test('filling passes over what needs another team that has no room in these days, and goes on below it', () => {
  const world = new Sprinting({ a: 1, b: 1, c: 1, d: 1 });
  const mobile = world.team('Zeta', 5);
  for (const [title, points] of [
    ['a', 3],
    ['b', 3],
    ['d', 2],
  ] as const)
    world.run(setTeamEstimate, { item: world.id(title), team: mobile, points });
  const sprint = world.sprint();
  const candidates = candidatesFor(world.workspace, world.get(sprint), { in: 'backlog', product: APP });
  // Of its 5 points a takes 3; b would take 3 more and is passed over; d takes the 2 that are left.
  expect(world.titles(fillOf(world.workspace, world.get(sprint), candidates))).toBe('a c d');
});

test('what cards of another team need comes off a team’s sprint in the same days, and the one that is full is named', () => {
  const world = new Sprinting({ a: 4, b: 3 });
  const mobile = world.team('Zeta', 5);
  world.add({ z: 4 }, { team: mobile });
  world.run(setTeamEstimate, { item: world.id('a'), team: mobile, points: 2 });
  const [ours, theirs] = [world.sprint(), world.sprint({}, mobile)];
  world.run(updateSprint, { sprint: ours, goal: 'Offline' });
  world.plan(ours, 'a');
  expect(loadOf(world.workspace, world.get(theirs))).toMatchObject({ load: 0, capacity: 3 }); // 5, less 2 for a
  expect(warningsOf(world.workspace, world.get(ours))).toEqual([]);
  world.plan(theirs, 'z');
  expect(warningsOf(world.workspace, world.get(ours))).toEqual([{ code: 'team-full', team: mobile, over: 1, unit: 'points' }]);
  expect(loadsElsewhere(world.workspace, world.get(ours))).toEqual([{ team: mobile, needs: 2, load: 6, capacity: 5 }]);
  world.run(updateSprint, { sprint: theirs, startOn: '2026-03-16', endOn: '2026-03-27' });
  // In these days it has no sprint of its own: 5 as its pace says, of which 2 are needed.
  expect(loadsElsewhere(world.workspace, world.get(ours))).toEqual([{ team: mobile, needs: 2, load: 2, capacity: 5 }]);
  expect(warningsOf(world.workspace, world.get(ours))).toEqual([]);
  expect(loadOf(world.workspace, world.get(theirs)).capacity).toBe(5);
});

test('a sprint warns of its length, of a goal that is missing and of too much work, and stops nobody', () => {
  const world = new Sprinting({ a: 8, b: 5 });
  const sprint = world.sprint();
  const codes = () => warningsOf(world.workspace, world.get(sprint)).map(({ code }) => code);
  expect(codes()).toEqual(['no-goal']);
  world.run(updateSprint, { sprint, goal: 'Offline', endOn: '2026-03-30' }); // 29 days
  expect(warningsOf(world.workspace, world.get(sprint))).toEqual([{ code: 'unusual-length', days: 29 }]);
  world.run(updateSprint, { sprint, endOn: '2026-03-13' });
  world.plan(sprint, 'a', 'b').start(sprint);
  expect(warningsOf(world.workspace, world.get(sprint))).toEqual([{ code: 'over-capacity', over: 3, unit: 'points' }]);
});

test('the sprints of a product are those of its teams: under way first, then what comes, then what was', () => {
  const world = new Sprinting();
  const [first, second, third] = [world.sprint(), world.sprint(), world.sprint()];
  world.run(editAny, { in: 'sprint', id: first, values: { state: 'closed' } });
  world.start(second);
  expect(sprintsFor(world.workspace, APP).map(({ id }) => id)).toEqual([second, third, first]);
});
