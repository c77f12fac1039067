/** The middle of some amounts, or the mean of the two in the middle. */
export function median(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return sorted[Math.floor(middle)]! / 2 + sorted[Math.ceil(middle)]! / 2;
}
