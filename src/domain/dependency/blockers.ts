import { childrenOf, type Item } from '../backlog/item.ts';
import { hasOpenChild, isOpen } from '../backlog/open.ts';
import type { View } from '../collections.ts';
import { linksTo } from './link.ts';

/**
 * The first item that must be finished before this one and neither is nor will be by then, or null. `isPlanned` says of an open row whether
 * it comes first in the plan. A parent comes first when all its open children do, a task when its story does.
 */
export function unmetBlocker(view: View, item: Item, isPlanned: (row: Item) => boolean): string | null {
  for (const { type, from } of view.list(linksTo, item.id)) if (type === 'blocks' && !isMet(from)) return from;
  return null;

  function isMet(id: string): boolean {
    const blocker = view.find('item', id);
    if (!blocker) return !view.find('occupied', id)?.open;
    return !isOpen(view, blocker) || isInside(view, blocker, item) || isInside(view, item, blocker) || comesFirst(blocker);
  }

  function comesFirst(blocker: Item): boolean {
    if (blocker.type === 'task') return storyOf(view, blocker, isPlanned);
    if (!hasOpenChild(view, blocker)) return isPlanned(blocker);
    return [...view.list(childrenOf, blocker.id)].every((child) => child.type === 'task' || !isOpen(view, child) || comesFirst(child));
  }
}

function storyOf(view: View, task: Item, isPlanned: (row: Item) => boolean): boolean {
  const story = task.parent === null ? undefined : view.find('item', task.parent);
  return story !== undefined && (isPlanned(story) || !isOpen(view, story));
}

/** Whether an item is a descendant of another: neither can wait for the other. */
function isInside(view: View, item: Item, above: Item): boolean {
  let at: Item | undefined = item;
  while (at && at.parent !== null) {
    if (at.parent === above.id) return true;
    at = view.find('item', at.parent);
  }
  return false;
}
