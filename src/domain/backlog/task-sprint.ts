import type { View } from '../collections.ts';
import type { Item } from './item.ts';

/** The sprint of an item that comes to stand under another: a task is where its story is, unless that is over. Null: it says nothing of the item's own. */
export function sprintUnder(view: View, type: Item['type'], parent: string | null): Pick<Item, 'sprint' | 'sprintRank'> | null {
  if (type !== 'task' || parent === null) return null;
  const { sprint } = view.get('item', parent);
  const isOver = sprint !== null && view.get('sprint', sprint).state === 'closed';
  return { sprint: isOver ? null : sprint, sprintRank: null };
}
