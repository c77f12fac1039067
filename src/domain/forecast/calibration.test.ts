import { describe, expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { Planned } from '../../../test/builders/planned.ts';
import { calibration, ENOUGH_FORECASTS } from './calibration.ts';
import { rangeOf } from './delivered.ts';
import { deliveredWithin } from './delivered-within.ts';

/** A team that has delivered so much in each of its last weeks. */
function told(weeks: readonly number[]) {
  const world = new Planned();
  world.team('Web', null);
  world.add({ open: 1 }).delivered(null, weeks);
  return calibration.of(world.workspace, { product: APP }, { now: world.now });
}

const SWINGING = Array.from({ length: 30 }, (_, week) => 4 + ((week * 5) % 7) + (week > 20 ? 8 : 0));

describe('how the forecasts of the past did', () => {
  test('is told for every week at which six were known and the weeks ahead are over, and is what a plain count gives', () => {
    const { weeks, unit, ahead } = told(SWINGING).teams[0]!;
    expect([weeks, unit]).toEqual([30, 'points']);
    expect(ahead.map(({ weeks: far, forecasts }) => [far, forecasts])).toEqual([
      [2, 30 - 6 - 2 + 1],
      [4, 30 - 6 - 4 + 1],
      [8, 30 - 6 - 8 + 1],
    ]);
    for (const { weeks: far, forecasts, ranges } of ahead) {
      const within = [0, 0, 0];
      for (let start = 6; start + far <= 30; start++) {
        const came = SWINGING.slice(start, start + far).reduce((all, amount) => all + amount, 0);
        const trials = { trials: 1000, seed: 1 + start - 6 };
        const sorted = deliveredWithin({ past: SWINGING.slice(0, start), isCounted: false, ahead: [] }, far * 5, trials);
        for (const [at, share] of [0.5, 0.85, 0.95].entries()) {
          const { from, to } = rangeOf(share, sorted);
          if (from <= came && came <= to) within[at]!++;
        }
      }
      expect(ranges.map((range) => range.within)).toEqual(within.map((count) => count / forecasts));
    }
  });

  test('of a steady team is within every range; of one whose level jumps it is not', () => {
    const steady = told(Array.from({ length: 30 }, () => 6)).teams[0]!.ahead;
    for (const { ranges } of steady) expect(ranges.map(({ within }) => within)).toEqual([1, 1, 1]);
    const jumping = told(SWINGING).teams[0]!.ahead[0]!;
    expect(jumping.ranges[0]!.within).toBeLessThan(1);
  });

  test('says that there are too few to say so below a dozen', () => {
    const { ahead } = told(SWINGING.slice(0, 18)).teams[0]!;
    expect(ahead.map(({ forecasts, isEnough }) => [forecasts, isEnough])).toEqual([
      [11, false],
      [9, false],
      [5, false],
    ]);
    expect(ENOUGH_FORECASTS).toBe(12);
    expect(told([]).teams[0]!).toMatchObject({ weeks: 0, ahead: [{ forecasts: 0 }, { forecasts: 0 }, { forecasts: 0 }] });
  });
});
