import type { View } from '../collections.ts';
import { childrenOf, type Item } from './item.ts';

/** Items with everything below them that goes along, each once, parents before their children. */
export function withBelow(view: View, ids: readonly string[], goesAlong: (child: Item) => boolean): Item[] {
  const found = new Map<string, Item>();
  const add = (item: Item) => {
    if (found.has(item.id)) return;
    found.set(item.id, item);
    for (const child of view.list(childrenOf, item.id)) if (goesAlong(child)) add(child);
  };
  for (const id of ids) add(view.get('item', id));
  return [...found.values()];
}

/** The items above one, its parent first. */
export function parentsOf(view: View, item: Item): Item[] {
  const above: Item[] = [];
  for (let at = parentOf(view, item); at; at = parentOf(view, at)) above.push(at);
  return above;
}

const parentOf = (view: View, { parent }: Item): Item | undefined => (parent === null ? undefined : view.find('item', parent));
