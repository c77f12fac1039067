import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backTest, type History } from './back-test.ts';
import { ENOUGH_WEEKS, type Outlook } from './outlook.ts';
import { chanceOf, deliveredWith, rangeOf } from './delivered.ts';
import { deliveredWithin } from './delivered-within.ts';
import { finishing } from './finish.ts';
import { exponentialOf, Random } from './random.ts';

const trials = { trials: 200, seed: 7 };
const outlooks: fc.Arbitrary<Outlook> = fc.record({
  past: fc.array(fc.nat(20), { minLength: ENOUGH_WEEKS, maxLength: 40 }),
  isCounted: fc.boolean(),
  ahead: fc.array(fc.constantFrom(0, 0.4, 0.8, 1), { maxLength: 5 }),
});

describe('random numbers', () => {
  test('are the same for the same seed, others for another, and spread evenly', () => {
    const draw = (seed: number) => {
      const random = new Random(seed);
      return Array.from({ length: 10_000 }, () => random.next());
    };
    expect(draw(5)).toEqual(draw(5));
    expect(draw(6)).not.toEqual(draw(5));
    const tenths = draw(5).reduce(
      (counts, value) => ((counts[Math.floor(value * 10)]! += 1), counts),
      Array.from({ length: 10 }, () => 0),
    );
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150); // five standard deviations
  });

  test('of the normal and the exponential distribution have their means, spreads and tails', () => {
    const random = new Random(3);
    const normal = Array.from({ length: 100_000 }, () => random.normal());
    const mean = normal.reduce((sum, value) => sum + value, 0) / normal.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(normal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normal.length).toBeCloseTo(1, 1);
    expect(normal.filter((value) => value < -1.959964).length / normal.length).toBeCloseTo(0.025, 2);
    const exponential = Array.from({ length: 100_000 }, () => exponentialOf(random.next(), 4));
    expect(exponential.reduce((sum, value) => sum + value, 0) / exponential.length).toBeCloseTo(4, 0);
  });
});

describe('what is delivered within a number of days', () => {
  test('is the same every time it is asked, and never less with more days or with less confidence', () => {
    fc.assert(
      fc.property(outlooks, fc.nat(40), fc.nat(40), (outlook, days, more) => {
        const [now, later] = [deliveredWithin(outlook, days, trials), deliveredWithin(outlook, days + more, trials)];
        expect(deliveredWithin(outlook, days, trials)).toEqual(now);
        for (const confidence of [0.5, 0.85, 0.95]) {
          expect(deliveredWith(confidence, later)).toBeGreaterThanOrEqual(deliveredWith(confidence, now));
          expect(deliveredWith(confidence, now)).toBeLessThanOrEqual(deliveredWith(confidence - 0.1, now));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('with a confidence is what at least that share of the trials reaches, and no more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 200 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (amounts, confidence) => {
        const sorted = Float64Array.from(amounts).sort();
        const amount = deliveredWith(confidence, sorted);
        expect(chanceOf(amount, sorted)).toBeGreaterThanOrEqual(confidence - 1e-9);
        expect(chanceOf(amount + 1e-9, sorted)).toBeLessThan(confidence + 1e-9);
      }),
    );
  });

  test('follows what lies ahead: nothing in weeks off, half in weeks of half a team', () => {
    const past = [10, 10, 10, 10, 10, 10, 10, 10];
    const within = (ahead: number[]) => rangeOf(0.01, deliveredWithin({ past, isCounted: false, ahead }, 10, { trials: 2000, seed: 1 })).from;
    expect(within([0, 0])).toBe(0);
    expect(within([0, 1]) / within([1, 1])).toBeCloseTo(0.5, 1);
    expect(within([0.5]) / within([1])).toBeCloseTo(0.5, 5);
  });

  test('of a steady team lies around its pace, wider with every week, and most often where it says', () => {
    const past = Array.from({ length: 20 }, (_, week) => 8 + (week % 5));
    const width = (weeks: number): number => {
      const { from, to } = rangeOf(0.85, deliveredWithin({ past, isCounted: true, ahead: [] }, weeks * 5));
      expect(from).toBeLessThan(10 * weeks);
      expect(to).toBeGreaterThan(10 * weeks);
      return (to - from) / weeks;
    };
    expect(width(2)).toBeLessThan(width(8));
  });
});

describe('when rows are finished', () => {
  test('a row is finished by a day exactly as often as the work up to it is delivered by then', () => {
    fc.assert(
      fc.property(
        outlooks,
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 60 }),
        (outlook, sizes, days) => {
          const finished = finishing(outlook, sizes, trials);
          const delivered = deliveredWithin(outlook, days, trials);
          let upTo = 0;
          for (const [row, size] of sizes.entries()) expect(finished.chance(row, days)).toBe(chanceOf((upTo += size), delivered));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a row ranked lower is never likelier, and the day with more confidence never earlier', () => {
    fc.assert(
      fc.property(outlooks, fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 12 }), (outlook, sizes) => {
        const finished = finishing(outlook, sizes, trials);
        for (let row = 1; row < sizes.length; row++) {
          expect(finished.chance(row, 20)).toBeLessThanOrEqual(finished.chance(row - 1, 20));
          const [sooner, later] = [finished.dayWith(0.5, row) ?? Infinity, finished.dayWith(0.95, row) ?? Infinity];
          expect(later).toBeGreaterThanOrEqual(sooner);
          if (sooner < Infinity) {
            expect(finished.chance(row, sooner)).toBeGreaterThanOrEqual(0.5);
            expect(finished.chance(row, sooner - 1)).toBeLessThan(0.5);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a team that stops finishes nothing more, and that is said instead of a day', () => {
    const finished = finishing({ past: [3, 4, 3, 4, 3, 4], isCounted: true, ahead: [0] }, [1], trials);
    expect([finished.chance(0, 700), finished.dayWith(0.5, 0)]).toEqual([0, null]);
  });
});

describe('how forecasts of the past did', () => {
  /** A team whose level drifts, with whole items finished at random on the days of each week. */
  function drifting(seed: number): History {
    const random = new Random(seed);
    let level = Math.log(1 + random.next() * 2);
    const amounts = Array.from({ length: 400 }, (_, day) => {
      if (day % 7 === 0) level = 0.97 * level + 0.15 * random.normal();
      const chance = Math.exp(level) / 7;
      return (random.next() < chance ? 1 : 0) + (random.next() < chance ? 1 : 0);
    });
    return { amounts, aWeek: 7 };
  }

  test('their ranges held about as often as they said, for teams that drift', () => {
    const histories = Array.from({ length: 4 }, (_, team) => drifting(team + 1));
    const { forecasts, ranges } = backTest(histories, { weeks: 4, isCounted: true }, { trials: 300, seed: 1 });
    expect(forecasts).toBeGreaterThan(1000);
    const [half, most, nearlyAll] = ranges.map(({ within }) => within);
    expect(half).toBeGreaterThan(0.45);
    expect(most).toBeGreaterThan(0.8);
    expect(nearlyAll).toBeGreaterThan(0.92);
    expect(ranges.map(({ width }) => width)).toEqual(ranges.map(({ width }) => width).toSorted((a, b) => a - b));
  });

  test('without enough history there is none to judge', () => {
    expect(backTest([{ amounts: [0, 0, 3, 1, 2], aWeek: 1 }], { weeks: 2, isCounted: true }, trials)).toMatchObject({ weeks: 2, forecasts: 0 });
    expect(backTest([{ amounts: [0, 0, 0], aWeek: 1 }], { weeks: 2, isCounted: true }, trials).forecasts).toBe(0);
  });
});
