import type { Lines } from './line.ts';
import type { RowOnLines } from './mark.ts';
import type { Reason } from './reason.ts';

/**
 * The reason that is said beside a row's title. Of the rows in no release that are merely too large for what is left, only the one at which
 * the line stopped says so: for all below it that is no news.
 */
export function shortReason({ lines }: Lines, { item, mark, reason }: RowOnLines): Reason | null {
  if (reason?.code !== 'full' || mark !== 'none') return reason;
  return lines.some(({ teams }) => teams.some(({ stoppedBy }) => stoppedBy === item)) ? reason : null;
}
