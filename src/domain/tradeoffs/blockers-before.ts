import type { Item } from '../backlog/item.ts';
import { isInBacklog } from '../backlog/open.ts';
import { isTakenBefore } from '../cutline/held-by.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import type { AskedRow } from './asked-row.ts';

/** More than these are not moved along. */
const MOST = 4;

/** What must go before a row with it, so that it is not held there: the first of a chain first. Null: something does that can't be moved there. */
export function blockersBefore({ view, lines, item, line }: AskedRow, above: Item): string[] | null {
  const place = lines.lines.indexOf(line);
  const going: string[] = [];
  for (let open: Item[] = [item]; open.length > 0;) {
    const row = open.at(-1)!;
    const by = unmetBlocker(view, row, (blocker) => going.includes(blocker.id) || isTakenBefore(lines, blocker, { row: above, line: place, date: line.date }));
    if (by === null) {
      open = open.slice(0, -1);
      if (row.id !== item.id) going.push(row.id);
    } else {
      const blocker = view.find('item', by);
      const canGo = blocker && blocker.product === lines.product && isInBacklog(view, blocker) && blocker.type !== 'task';
      const isCandidate = blocker?.release === null || blocker?.release === line.release;
      if (!canGo || !isCandidate || open.includes(blocker) || going.length + open.length > MOST) return null;
      open = [...open, blocker];
    }
  }
  return going;
}
