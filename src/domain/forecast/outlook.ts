/** What a team has really delivered, and what it has ahead. */
export interface Outlook {
  /** Amounts of whole weeks, oldest first, leading empty ones left out: at least {@link ENOUGH_WEEKS}. */
  readonly past: readonly number[];
  /** Whether amounts are counts of items, which are whole. */
  readonly isCounted: boolean;
  /** For each coming week the share of a usual one that the team works, 1 say, or 0.8 with a holiday in it. The last one is repeated. */
  readonly ahead: readonly number[];
}

/** With fewer weeks of history nothing is forecast. */
export const ENOUGH_WEEKS = 6;

/** Older weeks say nothing any more. */
export const MOST_WEEKS = 26;

/** The past weeks that count, and what a week like none before comes to on average. */
export function countedOf(past: readonly number[]): { readonly past: Float64Array; readonly mean: number } {
  return { past: Float64Array.from(past.slice(-MOST_WEEKS)), mean: (past.reduce((sum, amount) => sum + amount, 0) + 1) / (past.length + 1) };
}
