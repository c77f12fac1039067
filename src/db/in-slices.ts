/** Nothing else waits longer than about this for its turn. */
const SLICE_MS = 8;

/** Runs something that pauses to its end, in slices between which others get their turn. */
export async function inSlices<T>(pausing: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const start = performance.now();
    do {
      const step = pausing.next();
      if (step.done) return step.value;
    } while (performance.now() - start < SLICE_MS);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
