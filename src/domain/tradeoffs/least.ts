/** Asks whether something holds for a number, pausing as often as it likes. */
type Holds = (n: number) => Generator<void, boolean>;

/**
 * The least number between two, both counted, for which something holds that then holds for all larger ones; null: for none. It begins at a
 * guess, and asks only twice where the guess is right.
 */
export function* least({ low, guess, high }: { low: number; guess: number; high: number }, holds: Holds): Generator<void, number | null> {
  if (low > high) return null;
  const start = Math.min(high, Math.max(low, guess));
  return (yield* holds(start)) ? yield* downFrom(start, low, holds) : yield* upFrom(start, high, holds);
}

function* downFrom(start: number, low: number, holds: Holds): Generator<void, number> {
  let top = start;
  for (let step = 1; top > low; step *= 2) {
    const next = Math.max(low, top - step);
    if (!(yield* holds(next))) return yield* between(next, top, holds);
    top = next;
  }
  return top;
}

function* upFrom(start: number, high: number, holds: Holds): Generator<void, number | null> {
  let bottom = start;
  for (let step = 1; bottom < high; step *= 2) {
    const next = Math.min(high, bottom + step);
    if (yield* holds(next)) return yield* between(bottom, next, holds);
    bottom = next;
  }
  return null;
}

/** It does not hold at the one, and holds at the other. */
function* between(not: number, at: number, holds: Holds): Generator<void, number> {
  let [low, high] = [not, at];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (yield* holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
