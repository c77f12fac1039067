import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ComingWeeks } from './coming-weeks.ts';
import { KnownTrials } from './known-trials.ts';

const outlook = fc.record({
  past: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 12 }),
  isCounted: fc.boolean(),
  ahead: fc.constantFrom([], [1], [0.8, 0, 1]),
});

/** A trial, until when, and up to how many weeks more than that came to. */
const asked = fc.tuple(fc.nat(3), fc.constantFrom(0, 5, 40, 900, Infinity), fc.constantFrom(0, 4, 90));

test('trials that are kept are those that are drawn, whatever was asked of them before', () => {
  fc.assert(
    fc.property(outlook, fc.array(asked, { maxLength: 12 }), fc.constantFrom(3, 70, 156), (given, all, weeks) => {
      const trials = new KnownTrials(given, { trials: 4, seed: 5 });
      for (const [trial, until, more] of all) {
        const [drawn, kept] = [new Float64Array(weeks), new Float64Array(weeks)];
        const coming = new ComingWeeks(given, 5);
        const count = coming.draw(trial, drawn, until);
        expect(trials.draw(trial, kept, until)).toBe(count);
        expect(trials.before).toBe(coming.before);
        expect(kept.subarray(0, count)).toEqual(drawn.subarray(0, count));
        if (more === 0) continue;
        const on = coming.drawOn(drawn, count + more);
        expect(trials.drawOn(trial, kept, count + more)).toBe(on);
        expect(kept.subarray(0, on)).toEqual(drawn.subarray(0, on));
      }
    }),
  );
});
