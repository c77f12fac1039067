import type { View } from '../collections.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import { isTooFar, rowsWithChance } from './chances.ts';
import type { Line, Lines } from './line.ts';
import { lowestOf } from './lowest.ts';

/** The rows of a line's release of which a chance can be told, although it may be none: all but those that are held or need a team of which nothing is known. */
export function toldOf(view: View, lines: Lines, line: Line): ReadonlySet<string> {
  const rows = view.list(rowsInRelease, line.release).ids;
  const left = new Set(rows);
  if (left.size > 0)
    for (const { row } of rowsWithChance(view, lines, { line, downTo: lowestOf(view, rows) })) {
      left.delete(row.id);
      if (left.size === 0) break;
    }
  return new Set(rows.filter((row) => !left.has(row) || isTooFar(view, lines, { line, row })));
}
