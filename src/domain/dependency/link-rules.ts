import type { View } from '../collections.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { linksFrom, linksTo, type Link } from './link.ts';

/** What must be so of every link: between two items, once, and no circle of items that block each other. */
export function brokenLink(view: View, link: Link): Blocker | null {
  if (link.from === link.to) return { code: 'would-cycle', path: [link.from, link.to] };
  for (const other of view.list(linksFrom, link.from)) if (other.id !== link.id && isSame(other, link)) return { code: 'same-twice', what: 'This link' };
  for (const other of view.list(linksFrom, link.to))
    if (link.type !== 'blocks' && isSame(other, { ...link, from: link.to, to: link.from })) return { code: 'same-twice', what: 'This link' };
  const path = link.type === 'blocks' ? blockingPath(view, link.to, link.from) : null;
  return path ? { code: 'would-cycle', path: [link.from, ...path] } : null;
}

const isSame = (a: Omit<Link, 'id'>, b: Omit<Link, 'id'>): boolean => a.type === b.type && a.to === b.to;

/** The links between an item and those of other products; none where there is no such item. */
export function linksAcross(view: View, item: string): Link[] {
  const isAcross = ({ from, to }: Link) => view.get('item', from).product !== view.get('item', to).product;
  return view.find('item', item) ? [...view.list(linksFrom, item), ...view.list(linksTo, item)].filter(isAcross) : [];
}

/** The items along which one must be finished before another, both ends included; null when it need not. The shortest such path. */
function blockingPath(view: View, from: string, to: string): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (let at = 0; at < queue.length; at++) {
    const id = queue[at]!;
    if (id === to) return pathTo(id, cameFrom);
    for (const { type, to: next } of view.list(linksFrom, id)) {
      if (type !== 'blocks' || cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return null;
}

function pathTo(end: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const path: string[] = [];
  for (let at: string | null = end; at !== null; at = cameFrom.get(at) ?? null) path.unshift(at);
  return path;
}
