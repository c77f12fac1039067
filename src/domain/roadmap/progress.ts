import { childrenOf, itemsInRelease, type Item } from '../backlog/item.ts';
import { hasChildren, isDelivered } from '../backlog/done.ts';
import { isRankedRow } from '../backlog/open.ts';
import type { View } from '../collections.ts';

/** How many of the rows that are to be delivered are done. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Progress of an epic or feature over the stories, bugs and chores below it. What is declined, parked or in the trash no longer counts. */
export function progressOf(view: View, parent: Item): Progress {
  return countOf(view, leavesOf(view, parent));
}

/** Progress of a release over the rows that are in it. */
export function progressOfRelease(view: View, release: string): Progress {
  return countOf(view, view.list(itemsInRelease, release));
}

function countOf(view: View, items: Iterable<Item>): Progress {
  let done = 0;
  let of = 0;
  for (const item of items) {
    if (item.type === 'task' || item.trashedAt !== null || item.parkedAt !== null) continue;
    const isDone = isDelivered(view, item);
    if (isDone) done++;
    if (isDone || isRankedRow(view, item)) of++;
  }
  return { done, of };
}

function* leavesOf(view: View, parent: Item): Generator<Item> {
  for (const child of view.list(childrenOf, parent.id)) {
    if (hasChildren(view, child)) yield* leavesOf(view, child);
    else yield child;
  }
}
