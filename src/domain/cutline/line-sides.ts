import type { Lines } from './line.ts';

/** Who comes above one line and who falls below it between two plans. */
export interface LineSides {
  readonly line: string;
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/**
 * For each line whose rows change, who it takes now and did not before, and the other way round; the nearest line first. A row that only
 * goes from one line to the next falls below the one and comes above the other.
 */
export function lineSides(before: Lines, after: Lines): LineSides[] {
  const ids = new Set([...after.lines, ...before.lines].map(({ id }) => id));
  return Array.from(ids, (line) => {
    const then = new Set(takenBy(before, line));
    const now = new Set(takenBy(after, line));
    return { line, above: [...now].filter((row) => !then.has(row)), below: [...then].filter((row) => !now.has(row)) };
  }).filter(({ above, below }) => above.length + below.length > 0);
}

const takenBy = ({ lines }: Lines, id: string): readonly string[] => lines.find((line) => line.id === id)?.taken ?? [];
