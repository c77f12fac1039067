import fc from 'fast-check';
import { createItems } from '../../src/domain/backlog/create-items.ts';
import { setTeamEstimate } from '../../src/domain/backlog/set-team-estimate.ts';
import { setShare } from '../../src/domain/capacity/set-share.ts';
import type { Day } from '../../src/domain/kernel/day.ts';
import { updateRelease } from '../../src/domain/release/update-release.ts';
import { SPRINT_WITHOUT_TEAM } from '../../src/domain/sprint/sprint.ts';
import { APP, fixedId } from './cast.ts';
import { editAny, makeAny } from './edit.ts';
import { Planned } from './planned.ts';

/** Rows of two teams with a past, in three releases, some of them needing both teams, waiting for others or in a running sprint. */
export const randomPlan = fc.record({
  /** Both teams have finished something lately: without that a past is none and a line counts by pace, which knows no chance. */
  weeks: fc.array(
    fc.array(fc.nat(9), { minLength: 8, maxLength: 10 }).filter((weeks) => weeks.slice(-4).some((amount) => amount > 0)),
    { minLength: 2, maxLength: 2 },
  ),
  rows: fc.array(
    fc.record({
      halves: fc.option(fc.nat(12), { freq: 5 }),
      team: fc.option(fc.nat(1), { freq: 2 }),
      release: fc.option(fc.nat(2), { freq: 2 }),
      inEpic: fc.boolean(),
      type: fc.constantFrom('story' as const, 'story' as const, 'chore' as const),
      isInSprint: fc.boolean(),
      /** Halves of a point of the team that is not its own. */
      other: fc.option(fc.integer({ min: 1, max: 8 }), { freq: 2, nil: null }),
    }),
    { minLength: 4, maxLength: 24 },
  ),
  releases: fc.array(fc.record({ day: fc.integer({ min: 2, max: 28 }), confidence: fc.constantFrom(0.5, 0.7, 0.85, 0.95) }), { minLength: 3, maxLength: 3 }),
  blocks: fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 6 }),
  /** What each team keeps, in per cent: for unplanned work and for technical debt. */
  kept: fc.array(fc.tuple(fc.constantFrom(0, 0, 10, 25), fc.constantFrom(0, 20, 33)), { minLength: 2, maxLength: 2 }),
});
export type RandomPlan = typeof randomPlan extends fc.Arbitrary<infer P> ? P : never;

const SPRINT = fixedId(0x5001);

/** The world of a random plan. */
export function worldOf({ weeks, rows, releases, blocks, kept }: RandomPlan): Planned {
  const world = new Planned();
  const teams = weeks.map((_, at) => world.team(`Team ${at}`, 10));
  for (const [at, amounts] of weeks.entries()) world.delivered(teams[at]!, [1, ...amounts]);
  const made = releases.map(({ day, confidence }, at) => {
    const id = world.release(`R${at}`, `2026-03-${String(day).padStart(2, '0')}` as Day);
    world.run(updateRelease, { release: id, confidence });
    return id;
  });
  kept.forEach((shares, at) =>
    [null, 'technical-debt' as const].forEach((category, of) => shares[of]! > 0 && world.run(setShare, { team: teams[at]!, category, percent: shares[of]! })),
  );
  world.add({ epic: null }, { type: 'epic' });
  rows.forEach(({ halves, team, inEpic, type }, at) =>
    world.run(createItems, {
      product: APP,
      items: [
        {
          title: `r${at}`,
          type,
          team: team === null ? null : teams[team]!,
          parent: inEpic ? world.id('epic') : null,
          estimate: halves === null ? null : { kind: 'points', value: halves / 2 },
        },
      ],
    }),
  );
  world.run(makeAny, { in: 'sprint', record: { id: SPRINT, ...SPRINT_WITHOUT_TEAM, product: APP, team: teams[0], name: '1', state: 'active' } });
  rows.forEach(({ isInSprint, other, team }, at) => {
    if (isInSprint && at % 3 === 0) world.run(editAny, { in: 'item', id: world.id(`r${at}`), values: { sprint: SPRINT } });
    if (other !== null) world.run(setTeamEstimate, { item: world.id(`r${at}`), team: teams[(team ?? 0) === 0 ? 1 : 0]!, points: other / 2 });
  });
  rows.forEach(({ release }, at) => release !== null && world.put(made[release]!, `r${at}`));
  for (const pair of new Set(blocks.filter(([a, b]) => a < rows.length && b < rows.length && a < b).map(([a, b]) => `r${a} r${b}`))) {
    const [a = '', b = ''] = pair.split(' ');
    world.blocks(a, b);
  }
  return world;
}

/** A plan in which each team goes on by itself: no row waits for another, and none needs both teams. */
export const eachAlone = (plan: RandomPlan): RandomPlan => ({ ...plan, blocks: [], rows: plan.rows.map((row) => ({ ...row, other: null })) });
