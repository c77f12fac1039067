import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Planned } from '../../../test/builders/planned.ts';
import { eachAlone, randomPlan, worldOf } from '../../../test/builders/random-plan.ts';
import { rowsUnder } from '../cutline/above-the-line.ts';
import { isInDoubt } from '../cutline/in-doubt.ts';
import { likelyAlone, type Likely } from '../cutline/likely.ts';
import { isAnyWaiting } from '../cutline/waiting.ts';
import { toEnd } from '../kernel/pausing.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import { itemForecast } from './item-forecast.ts';
import { likelyFrom, likelyWork, workToLikely } from './likely-work.ts';
import { releaseForecastOf } from './release-forecast.ts';

/** What all lists and tabs show of a world. */
function shown(world: Planned): Likely {
  const work = workToLikely(world.workspace, world.lines());
  return work ? toEnd(likelyFrom(work)) : likelyAlone(world.workspace, world.lines());
}

const panel = (world: Planned, item: string) => itemForecast.of(world.workspace, { item }, { now: world.now });

/** Teams that come to most of their rows, many of which wait for others. */
const linkedPlan = fc
  .record({ plan: randomPlan, blocks: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { minLength: 5, maxLength: 12 }) })
  .map(({ plan, blocks }) => ({ ...plan, blocks, weeks: plan.weeks.map((amounts) => amounts.map((amount) => amount + 4)) }));

test(
  'whoever waits for whom: a release is never likelier than any item in it, a parent never than its children, and all screens say the same',
  { timeout: 240_000 },
  () => {
    let waiting = 0;
    fc.assert(
      fc.property(linkedPlan, (given) => {
        const world = worldOf(given);
        const lines = world.lines();
        if (isAnyWaiting(world.workspace, lines)) waiting++;
        const { items, releases } = shown(world);
        for (const line of lines.lines) {
          const release = releases[line.release] ?? null;
          expect(releaseForecastOf(world.workspace, lines, line.release).chance).toBe(release);
          const rows = world.workspace.list(rowsInRelease, line.release).ids;
          const chances = new Map(rows.map((row) => [row, panel(world, row).chance]));
          if (release !== null) for (const one of chances.values()) expect(one).toBeGreaterThanOrEqual(release);
          const [epic, below] = [panel(world, world.id('epic')), [...rowsUnder(world.workspace, world.item('epic'))]];
          if (epic.chance !== null && epic.release === line.release) for (const { id } of below) expect(chances.get(id)).toBeGreaterThanOrEqual(epic.chance);
        }
        for (const [item, { line, chance }] of Object.entries(items)) {
          if (!isInDoubt(chance)) continue;
          const told = panel(world, item);
          if (told.release !== null) expect([told.release, told.chance]).toEqual([line, chance]);
        }
      }),
      { numRuns: 30 },
    );
    expect(waiting).toBeGreaterThan(5);
  },
);

test('where nobody waits for anybody and no row needs two teams, the trials tell the same as asking each team alone', { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(randomPlan, (given) => {
      const world = worldOf(eachAlone(given));
      const lines = world.lines();
      const alone = likelyAlone(world.workspace, lines);
      const tried = toEnd(likelyFrom(likelyWork(world.workspace, lines)));
      const inDoubt = (likely: Likely) => Object.entries(likely.items).filter(([item, { chance }]) => item !== world.id('epic') && isInDoubt(chance));
      const rounded = (likely: Likely) => Object.fromEntries(inDoubt(likely).map(([item, { line, chance }]) => [item, [line, chance.toFixed(9)]]));
      expect(rounded(tried)).toEqual(rounded(alone));
      expect(Object.keys(tried.releases).toSorted()).toEqual(Object.keys(alone.releases).toSorted());
      for (const [release, chance] of Object.entries(alone.releases)) expect(tried.releases[release]).toBeCloseTo(chance, 2); // what is less likely than one in two hundred is not looked at
    }),
    { numRuns: 40 },
  );
});
