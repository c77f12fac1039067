import { z } from 'zod';
import { verb, type View } from '../collections.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { gapOver, gapUnder, keysIn, placeAt, type Gap } from '../kernel/rank.ts';
import { ref } from '../kernel/ref.ts';
import { withBelow } from './below.ts';
import { itemRanking, type Item } from './item.ts';
import { isInBacklog, isRankedRow, rankedRows } from './open.ts';

/** Where items go in the order of their product. A position counts the ranked rows from 1. */
export const placeSchema = z.union([
  z.strictObject({ before: ref('item') }),
  z.strictObject({ after: ref('item') }),
  z.strictObject({ to: z.enum(['top', 'bottom']) }),
  z.strictObject({ position: z.int().min(1).max(10_000_000) }),
]);
export type PlaceInput = z.infer<typeof placeSchema>;

export const moveItems = verb({
  name: 'moveItems',
  does: 'Move items to a place in their product backlog, keeping their order among themselves.',
  route: ['POST', '/products/{product}/move-items'],
  input: z.strictObject({ product: ref('product'), items: z.array(ref('item')).min(1).max(10_000), place: placeSchema }),
  needs: (_, { product }) => [{ may: 'rank-items', on: { in: 'product', id: product } }],
  blockers: (view, { product, items, place }) =>
    [...items, ...itemsNamed(place)].filter((id) => view.get('item', id).product !== product).map((item) => ({ code: 'other-product', item })),
  run(draft, { product, items, place }) {
    const view = draft.workspace;
    const moving = withOpenChildren(view, items).sort((a, b) => byCodeUnit(a.rank, b.rank));
    const ids = new Set(moving.map(({ id }) => id));
    const gap = gapAt(view, product, { place, moving: ids });
    if (isThereAlready(view, product, { moving, gap })) return;
    const keys = keysIn(draft, itemRanking, { gap, moving: ids, count: moving.length });
    moving.forEach((item, at) => placeAt(draft, itemRanking, { id: item.id, rank: keys[at]! }));
  },
});

/** The items that a place names. */
export const itemsNamed = (place: PlaceInput): string[] => ('before' in place ? [place.before] : 'after' in place ? [place.after] : []);

/** A parent moves with its open children as a block. */
const withOpenChildren = (view: View, ids: readonly string[]): Item[] => withBelow(view, ids, (child) => isInBacklog(view, child));

/** The gap that a place names, as if the moving items were not there. */
export function gapAt(view: View, product: string, { place, moving }: { place: PlaceInput; moving: ReadonlySet<string> }): Gap<Item> {
  const at = (where: { above?: Item | undefined; below?: Item | undefined }) =>
    'above' in where
      ? gapUnder(view, itemRanking, { group: product, above: where.above, moving })
      : gapOver(view, itemRanking, { group: product, below: where.below, moving });
  if ('after' in place) return at({ above: rowsOf(view, place.after, moving).at(-1) });
  if ('before' in place) return at({ below: rowsOf(view, place.before, moving)[0] });
  if ('to' in place) return place.to === 'top' ? at({ above: undefined }) : at({ below: undefined });
  return at({ below: rowAtPosition(view, product, { position: place.position, moving }) });
}

/** What stands for an item in the order: itself, or for a parent, which has no place of its own, its open children, those that move left out. */
function rowsOf(view: View, id: string, moving: ReadonlySet<string>): Item[] {
  const rows = withOpenChildren(view, [id]).filter((item) => !moving.has(item.id) && isRankedRow(view, item));
  return rows.length > 0 ? rows.sort((a, b) => byCodeUnit(a.rank, b.rank)) : [view.get('item', id)];
}

/** The row that will stand right after position n; undefined when there are fewer rows. */
function rowAtPosition(view: View, product: string, { position, moving }: { position: number; moving: ReadonlySet<string> }): Item | undefined {
  let before = position - 1;
  for (const row of view.list(rankedRows, product)) {
    if (moving.has(row.id)) continue;
    if (before === 0) return row;
    before--;
  }
  return undefined;
}

/** Whether the items stand in the gap already, side by side: then there is nothing to do. */
function isThereAlready(view: View, product: string, { moving, gap }: { moving: readonly Item[]; gap: Gap<Item> }): boolean {
  const list = view.list(itemRanking.index, product);
  const first = view.placeOf(itemRanking.index, product, moving[0]!);
  const stand = moving.every((item, at) => list.at(first + at)?.id === item.id);
  return stand && list.at(first - 1)?.id === gap.above?.id && list.at(first + moving.length)?.id === gap.below?.id;
}

/** The position of a ranked row, counted from 1; null for what has none. */
export const positionOf = (view: View, item: Item): number | null => (isRankedRow(view, item) ? view.placeOf(rankedRows, item.product, item) + 1 : null);
