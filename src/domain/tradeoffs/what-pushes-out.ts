import type { Item } from '../backlog/item.ts';
import type { Planned } from '../cutline/ripple.ts';
import type { Asking } from '../kernel/reading.ts';
import { askedOfItem } from './asked-of-item.ts';
import { askedRow } from './asked-row.ts';
import { lessPace, lostDays, personAway } from './by-capacity.ts';
import { earlierDate } from './by-date.ts';
import { grow } from './by-size.ts';
import { blockLater, moveDown, overtaken } from './out-by-rank.ts';
import type { Way } from './way.ts';

/** What would push a row below the line that takes it: the smallest change of each kind, each tried on a fork. It pauses before every recomputation. */
export function* waysOut(plan: Planned, item: Item, asking: Asking): Generator<void, readonly Way[]> {
  const line = plan.lines.lines[plan.lines.takenBy[item.id] ?? -1];
  const asked = line ? askedRow(plan, { item, line, asking }) : null;
  if (!asked) return [];
  const ways: (Way | null)[] = [];
  for (const way of [overtaken, moveDown, blockLater]) ways.push(yield* way(asked));
  ways.push(...(yield* grow(asked)));
  for (const way of [lostDays, personAway, lessPace, earlierDate]) ways.push(yield* way(asked));
  return ways.filter((way) => way !== null);
}

export const whatPushesOut = askedOfItem(waysOut, {
  name: 'whatPushesOut',
  does: 'The smallest changes that would push an item below the line that takes it, each tried beforehand; empty where none does.',
  route: '/items/{item}/what-pushes-out',
});
