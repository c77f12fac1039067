import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { aboveTheLine } from '../cutline/above-the-line.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import type { WorkGroup } from './work-plan.ts';

/** The epics, features and releases of the rows in a plan, with the places of their rows. `isWhole`: the plan has every row of the product. */
export function groupsOf(view: View, { pieces, isWhole }: { pieces: readonly { readonly item: Item }[]; isWhole: boolean }): WorkGroup[] {
  const groups = new Map<string, number[]>();
  for (const [place, { item }] of pieces.entries()) {
    if (item.release !== null) add(groups, item.release, place);
    for (const parent of parentsOf(view, item)) add(groups, parent, place);
  }
  const itemsOf = (places: readonly number[]) => new Set(places.map((place) => pieces[place]!.item.id)).size;
  return Array.from(groups, ([id, rows]) => ({ id, rows: isWhole || itemsOf(rows) === rowsOf(view, id) ? rows : [], due: null }));
}

function add(groups: Map<string, number[]>, id: string, place: number): void {
  const rows = groups.get(id);
  if (rows) rows.push(place);
  else groups.set(id, [place]);
}

function* parentsOf(view: View, item: Item): Generator<string> {
  for (let at = item.parent; at !== null; at = view.find('item', at)?.parent ?? null) yield at;
}

/** How many open rows a parent or a release has. */
function rowsOf(view: View, id: string): number {
  const parent = view.find('item', id);
  return parent ? (aboveTheLine(view, { takenBy: {} }, parent)?.of ?? 0) : view.list(rowsInRelease, id).length;
}
