/** Two amounts together, to the thousandth, so that tenths of points add up. */
export const sum = (a: number, b: number): number => Math.round((a + b) * 1000) / 1000;

/** What several amount to together. */
export function sumOf<T>(all: Iterable<T>, amountOf: (one: T) => number): number {
  let total = 0;
  for (const one of all) total = sum(total, amountOf(one));
  return total;
}
