import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ComingWeeks } from './coming-weeks.ts';
import { trialsOf } from './known-trials.ts';

const past = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 12 });

/** A trial, what is ahead, until when, and how many weeks at most. */
const asked = fc.record({
  trial: fc.nat(3),
  ahead: fc.constantFrom([], [1], [0.8, 0, 1], [0.5, 0.25]),
  until: fc.constantFrom(0, 5, 40, 900, Infinity),
  weeks: fc.constantFrom(0, 1, 3, 31, 70, 156),
});

test('trials that are kept are those that are drawn, whatever was asked of them before', () => {
  fc.assert(
    fc.property(past, fc.boolean(), fc.array(asked, { maxLength: 20 }), (weeksBefore, isCounted, all) => {
      for (const { trial, ahead, until, weeks } of all) {
        const outlook = { past: weeksBefore, isCounted, ahead };
        const [drawn, kept] = [new Float64Array(weeks), new Float64Array(weeks)];
        const coming = new ComingWeeks(outlook, 5);
        const trials = trialsOf(outlook, { trials: 4, seed: 5 });
        const count = coming.draw(trial, drawn, until);
        expect(trials.draw(trial, kept, until)).toBe(count);
        expect(trials.before).toBe(coming.before);
        expect(kept.subarray(0, count)).toEqual(drawn.subarray(0, count));
      }
    }),
  );
});
