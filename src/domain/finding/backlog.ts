import { z } from 'zod';
import { reading, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { matcherOf } from '../backlog/filter.ts';
import type { Item } from '../backlog/item.ts';
import { ITEM_TYPES } from '../backlog/item-type.ts';
import { openItems, parkedItems, rankedRows, trashedItems } from '../backlog/open.ts';
import { presentItem } from './present-item.ts';
import { textSchema } from '../kernel/text.ts';

/** The lists of a product: what is delivered, in rank order; everything open, parents and tasks too; what is parked; what is in the trash. */
const LISTS = { ranked: rankedRows, open: openItems, parked: parkedItems, trash: trashedItems } as const;

export const backlog = reading({
  name: 'backlog',
  does: 'The items of a product in their order, filtered. Positions are those in the whole list: a filter never changes the rank.',
  route: '/products/{product}/backlog',
  input: z.strictObject({
    product: ref('product'),
    list: z.enum(['ranked', 'open', 'parked', 'trash']).default('ranked'),
    text: z.string().max(200).default(''),
    type: z.array(z.enum(ITEM_TYPES)).max(10).default([]),
    state: z.array(ref('state')).max(100).default([]),
    assignee: z.array(ref('member')).max(100).default([]),
    release: z.array(ref('release')).max(100).default([]),
    sprint: z.array(ref('sprint')).max(100).default([]),
    tag: z.array(textSchema(60)).max(100).default([]),
    limit: z.int().min(1).max(500).default(100),
    after: ref('item').optional(),
  }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  of(view, { product, list, text, type, state, assignee, release, sprint, tag, limit, after }) {
    const wants = matcherOf(view, { text, types: type, states: state, assignees: assignee, releases: release, sprints: sprint, tags: tag });
    const page: Item[] = [];
    const start = after === undefined ? 0 : placeAfter(view, { product, list, id: after });
    for (const item of view.list(LISTS[list], product).from(start)) {
      if (!wants(item)) continue;
      if (page.length === limit) return { data: page.map((one) => presentItem(view, one)), next: page.at(-1)!.id };
      page.push(item);
    }
    return { data: page.map((one) => presentItem(view, one)), next: null };
  },
});

/** One past an item; where one that has left the list meanwhile would stand. */
function placeAfter(view: View, { product, list, id }: { product: string; list: keyof typeof LISTS; id: string }): number {
  const place = view.placeOf(LISTS[list], product, view.get('item', id));
  return view.list(LISTS[list], product).at(place)?.id === id ? place + 1 : place;
}
