import type { Item } from '../backlog/item.ts';
import { isOpen } from '../backlog/open.ts';
import type { View } from '../collections.ts';
import { linksTo } from './link.ts';

/** The open items that must be finished before this one can be; one that the reader may not know of goes by the id of the link. */
export function openBlockers(view: View, item: Item): string[] {
  const blocking = Array.from(view.list(linksTo, item.id)).filter(({ type }) => type === 'blocks');
  return blocking
    .map(({ from }) => from)
    .filter((id) => {
      const blocker = view.find('item', id);
      return blocker ? isOpen(view, blocker) : view.find('occupied', id)?.open === true;
    });
}
