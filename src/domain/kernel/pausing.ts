/** Runs something that pauses to its end. */
export function toEnd<T>(pausing: Generator<void, T>): T {
  for (;;) {
    const step = pausing.next();
    if (step.done) return step.value;
  }
}

/** How many records are handled between two pauses: some milliseconds. */
export const PAUSE_AFTER = 4096;

/** A list in an order, as `sort` would give it, in pieces of work between which it pauses. */
export function* sorted<T>(list: readonly T[], order: (a: T, b: T) => number): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < list.length; start += PAUSE_AFTER) {
    runs.push(list.slice(start, start + PAUSE_AFTER).sort(order));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) longer.push(yield* merged(runs[at]!, runs[at + 1] ?? [], order));
    runs = longer;
  }
  return runs[0] ?? [];
}

/** Two sorted lists as one; of equals those of the first come first. */
function* merged<T>(one: T[], other: T[], order: (a: T, b: T) => number): Generator<void, T[]> {
  if (other.length === 0) return one;
  if (order(one.at(-1)!, other[0]!) <= 0) return one.concat(other); // as lists mostly are that come from a database in order
  const all: T[] = [];
  let left = 0;
  let right = 0;
  while (left < one.length && right < other.length) {
    all.push(order(one[left]!, other[right]!) <= 0 ? one[left++]! : other[right++]!);
    if (all.length % PAUSE_AFTER === 0) yield;
  }
  return all.concat(one.slice(left), other.slice(right));
}
