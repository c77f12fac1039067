import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP, fixedId } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { Planned } from '../../../test/builders/planned.ts';
import { createItems } from '../backlog/create-items.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { setShare } from '../capacity/set-share.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { doneByReading } from '../schedule/done-by.ts';
import { SPRINT_WITHOUT_TEAM } from '../sprint/sprint.ts';
import { drawDateLine } from './draw-date-line.ts';
import { groundOf, reaches } from './reach.ts';

const row = fc.record({
  points: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 4 }),
  team: fc.nat(1),
  release: fc.option(fc.nat(3), { freq: 2 }),
  type: fc.constantFrom('story' as const, 'story' as const, 'chore' as const),
  isInSprint: fc.boolean(),
  /** Points of the team that is not its own. */
  other: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 2, nil: null }),
});
/** Few days and few pasts, so that what is delivered by them is drawn once. */
const day = fc.constantFrom(0, 3, 4, 7, 11, 18, 25, 40).map((days): Day => addDays('2026-03-02', days));
const plan = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 30 }),
  paces: fc.tuple(...[0, 1].map(() => fc.option(fc.integer({ min: 0, max: 30 }), { freq: 8 }))),
  /** What the first team delivered in its last weeks, if that is known. */
  weeks: fc.constantFrom<readonly number[]>([], [4, 6, 5, 7, 3, 6, 5, 8], [9, 1, 8, 2, 7, 3]),
  releases: fc.array(fc.option(day, { freq: 5 }), { minLength: 4, maxLength: 4 }),
  blocks: fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 10 }),
  /** What the first team keeps, in per cent: for unplanned work and for technical debt. */
  kept: fc.tuple(fc.constantFrom(0, 0, 10), fc.constantFrom(0, 20)),
  days: fc.uniqueArray(day, { minLength: 1, maxLength: 6 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

const SPRINT = fixedId(0x5001);

/** A world of two teams, the first of them in a sprint and with a past, and four releases. */
function worldOf({ rows, paces, weeks, releases, blocks, kept }: Plan): { world: Planned; releases: readonly string[] } {
  const world = new Planned();
  const teams = paces.map((pace, at) => world.team(`Team ${at}`, pace));
  world.delivered(teams[0]!, weeks);
  const made = releases.map((on, at) => world.release(`R${at}`, on));
  world.run(createItems, {
    product: APP,
    items: rows.map(({ points, team, type }, at) => {
      return { title: `r${at}`, type, team: teams[team]!, estimate: points === null ? null : { kind: 'points' as const, value: points } };
    }),
  });
  for (const [at, category] of [null, 'technical-debt' as const].entries())
    if (kept[at]! > 0) world.run(setShare, { team: teams[0]!, category, percent: kept[at]! });
  world.run(makeAny, { in: 'sprint', record: { id: SPRINT, ...SPRINT_WITHOUT_TEAM, product: APP, team: teams[0], name: '1', state: 'active' } });
  rows.forEach(({ isInSprint, other, team, release }, at) => {
    if (isInSprint && at % 4 === 0) world.run(editAny, { in: 'item', id: world.id(`r${at}`), values: { sprint: SPRINT } });
    if (other !== null) world.run(setTeamEstimate, { item: world.id(`r${at}`), team: teams[1 - team]!, points: other });
    if (release !== null) world.put(made[release]!, `r${at}`);
  });
  const links = new Set(blocks.filter(([a, b]) => a < rows.length && b < rows.length && a !== b).map(([a, b]) => `r${a} r${b}`));
  for (const link of links) world.blocks(...(link.split(' ') as [string, string]));
  return { world, releases: made };
}

const check = (of: fc.Arbitrary<Plan>, say: (given: Plan) => void, numRuns = 80) => fc.assert(fc.property(of, say), { numRuns });

test('a day’s line is the line that one release with all rows would have on that day', () => {
  check(plan, (given) => {
    const { world, releases } = worldOf(given);
    const [on] = given.days as [Day];
    const [reach] = reaches(world.workspace, world.lines(), [on]);
    for (const at of given.rows.keys()) world.run(editAny, { in: 'item', id: world.id(`r${at}`), values: { release: null } });
    for (const [at, id] of releases.entries()) world.run(editAny, { in: 'release', id, values: { dueOn: at === 0 ? on : null } });
    const { taken, after, teams, guessed } = world.line('R0');
    expect(reach).toEqual({ on, taken, after, teams, guessed });
  });
});

test('however many date lines are drawn, the lines of the releases stay what they are', () => {
  check(plan, (given) => {
    const { world } = worldOf(given);
    const before = world.lines();
    for (const on of given.days) world.run(drawDateLine, { product: APP, on });
    expect(world.lines()).toEqual(before);
  });
});

test('it is worked out from the product alone as beside its releases’ lines', () => {
  check(plan, (given) => {
    const { world } = worldOf(given);
    const ground = groundOf(world.workspace, APP, { now: world.now });
    expect(reaches(world.workspace, ground, given.days)).toEqual(reaches(world.workspace, world.lines(), given.days));
  });
});

test('each day is worked out as if it were the only one', () => {
  check(plan, (given) => {
    const { world } = worldOf(given);
    const lines = world.lines();
    expect(reaches(world.workspace, lines, given.days)).toEqual(given.days.toSorted().flatMap((on) => reaches(world.workspace, lines, [on])));
  });
});

test('with one team that keeps nothing a later day takes all that an earlier one does', () => {
  const ofOne = plan.map((given): Plan => ({ ...given, kept: [0, 0], rows: given.rows.map((one) => ({ ...one, team: 0, other: null })) }));
  check(ofOne, (given) => {
    const { world } = worldOf(given);
    const taken = reaches(world.workspace, world.lines(), given.days).map((reach) => reach.taken);
    for (const [at, later] of taken.slice(1).entries()) expect(later).toEqual(expect.arrayContaining([...taken[at]!]));
  });
});

test('without releases and sprints it takes what is done by the day with 85 %', () => {
  const plain = plan.map((given): Plan => ({
    ...given,
    blocks: [],
    kept: [0, 0],
    weeks: given.weeks.length > 0 ? given.weeks : [4, 6, 5, 7, 3, 6, 5, 8],
    releases: [null, null, null, null],
    rows: given.rows.map(({ points, ...one }) => ({ ...one, points: Math.max(1, points ?? 1), team: 0, other: null, release: null, isInSprint: false })),
  }));
  check(
    plain,
    (given) => {
      const { world } = worldOf(given);
      for (const reach of reaches(world.workspace, world.lines(), given.days.slice(0, 2))) {
        const { done } = doneByReading.of(world.workspace, { product: APP, on: reach.on }, { now: world.now });
        expect(done.find((one) => one.with === 0.85)!.rows).toEqual(reach.taken);
      }
    },
    25,
  );
});
