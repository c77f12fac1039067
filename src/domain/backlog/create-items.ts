import { generateNKeysBetween } from 'fractional-indexing';
import { z } from 'zod';
import { verb, type View, type WorkspaceDraft } from '../collections.ts';
import { estimateSchema } from '../estimation/estimate.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { dayIn, daySchema } from '../kernel/day.ts';
import type { May } from '../kernel/permission.ts';
import { keysIn } from '../kernel/rank.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { longTextSchema, textSchema } from '../kernel/text.ts';
import type { Context } from '../kernel/verb.ts';
import { aliasesByKey } from './alias.ts';
import { CATEGORIES } from './category.ts';
import { criterionText } from './criterion.ts';
import { enterState } from './enter-state.ts';
import { ITEM_TYPES, isLarger } from './item-type.ts';
import { itemRanking, type Item } from './item.ts';
import { gapAt, itemsNamed, placeSchema } from './move-items.ts';
import { elsewhere } from './set-state.ts';
import { statesOf, type State } from './state.ts';
import { isClosedGroup } from './state-group.ts';
import { sprintUnder } from './task-sprint.ts';
import { tagsSchema } from './tags.ts';

const newItem = z.strictObject({
  title: textSchema(500),
  type: z.enum(ITEM_TYPES).default('story'),
  /** Null: that of its type. */
  category: z.enum(CATEGORIES).nullable().default(null),
  state: ref('state').optional(),
  parent: ref('item').nullable().default(null),
  estimate: estimateSchema.nullable().default(null),
  assignee: ref('member').nullable().default(null),
  team: ref('team').nullable().default(null),
  tags: tagsSchema.default([]),
  dueOn: daySchema.nullable().default(null),
  /** Markdown. */
  description: longTextSchema().optional(),
  /** Acceptance criteria. */
  criteria: z.array(criterionText).max(200).default([]),
});
export type NewItem = z.infer<typeof newItem>;

export const createItems = verb({
  name: 'createItems',
  does: 'Add items to a product backlog, one after another at one place.',
  route: ['POST', '/products/{product}/items'],
  input: z.strictObject({ product: ref('product'), items: z.array(newItem).min(1).max(2000), place: placeSchema.default({ to: 'bottom' }) }),
  /** At the end whoever edits items may add them; any other place is a rank. */
  needs: (_, { product, place }) => {
    const may: May[] = 'to' in place && place.to === 'bottom' ? ['edit-items'] : ['edit-items', 'rank-items'];
    return may.map((one) => ({ may: one, on: { in: 'product', id: product } }));
  },
  blockers: (view, { product, items, place }) => [
    ...elsewhere(view, itemsNamed(place), product),
    ...items.flatMap((item) => newItemBlockers(view, product, item)),
  ],
  run(draft, { product, items, place }, context) {
    const gap = gapAt(draft.workspace, product, { place, moving: new Set() });
    const ranks = keysIn(draft, itemRanking, { gap, moving: new Set(), count: items.length });
    const numbers = takeNumbers(draft, product, { count: items.length, context });
    const ids = items.map(() => context.newId()); // first of all, so that a caller knows the n-th item's id beforehand
    items.forEach((item, at) => makeItem(draft, product, { item, id: ids[at]!, rank: ranks[at]!, number: numbers[at]!, context }));
  },
});

function newItemBlockers(view: View, product: string, { parent, state, type }: NewItem): Blocker[] {
  const above = parent === null ? undefined : view.get('item', parent);
  if (above && above.product !== product) return [{ code: 'other-product', item: above.id }];
  if (above && !isLarger(above.type, type)) return [{ code: 'parent-not-larger', parent: above.id, child: type }];
  if (above && above.trashedAt !== null) return [{ code: 'not-open', item: above.id }];
  return state !== undefined && view.get('state', state).product !== product ? [{ code: 'not-there', collection: 'state', id: state }] : [];
}

interface Making {
  readonly item: NewItem;
  readonly id: string;
  readonly rank: string;
  readonly number: number | null;
  readonly context: Context;
}

/** An item that is wanted in a closed state starts in the first one and goes from there, so that it has a day of closing. */
function makeItem(draft: WorkspaceDraft, product: string, { item, id, rank, number, context }: Making): void {
  const { description, criteria, state, tags, ...plain } = item;
  const first = firstState(draft.workspace, product);
  const wanted = state === undefined ? first : draft.workspace.get('state', state);
  const start = isClosedGroup(wanted.group) ? first : wanted;
  draft.create('item', {
    ...emptyItem(draft.workspace, product, context),
    ...plain,
    ...sprintUnder(draft.workspace, item.type, item.parent),
    id,
    tags: [...new Set(tags)].sort(byCodeUnit),
    state: start.id,
    rank,
    number,
  });
  if (wanted.id !== start.id) enterState(draft, id, { state: wanted, context });
  if (description !== undefined && description.trim() !== '') draft.write({ in: 'item', id, field: 'description' }, description, context.newId());
  const places = generateNKeysBetween(null, null, criteria.length);
  criteria.forEach((text, at) => draft.create('criterion', { id: context.newId(), item: id, text, done: false, place: places[at]! }));
}

/** An item before anything is known of it but when and where. */
export function emptyItem(view: View, product: string, { now }: Pick<Context, 'now'>): Omit<Item, 'id' | 'state' | 'rank' | 'title' | 'type'> {
  const createdOn = dayIn(view.get('product', product).zone, now);
  const none = {
    placedAs: null,
    parent: null,
    estimate: null,
    assignee: null,
    team: null,
    release: null,
    sprint: null,
    sprintRank: null,
    category: null,
    description: null,
    dueOn: null,
    promisedOn: null,
  };
  return { product, number: null, tags: [], createdOn, ...none, closedOn: null, declineReason: null, parkedAt: null, returnOn: null, trashedAt: null };
}

/** The next numbers of a product, given by the server only; a browser gets nulls. An old key of some item is never given again. */
function takeNumbers(draft: WorkspaceDraft, product: string, { count, context }: { count: number; context: Context }): (number | null)[] {
  if (!context.givesNumbers) return Array.from({ length: count }, () => null);
  const { lastNumber } = draft.workspace.get('product', product);
  const numbers: number[] = [];
  while (numbers.length < count) numbers.push(numberAfter(draft.workspace, product, numbers.at(-1) ?? lastNumber));
  draft.update('product', product, { lastNumber: numbers.at(-1) ?? lastNumber });
  return numbers;
}

/** The next number after another that is no old key of some item. */
export function numberAfter(view: View, product: string, last: number): number {
  const { key } = view.get('product', product);
  let number = last + 1;
  while (view.list(aliasesByKey, `${key}-${number}`).length > 0) number += 1;
  return number;
}

/** Where new items start: the first state of the group backlog, else the first that is not triage. */
export function firstState(view: View, product: string): State {
  const all = [...view.list(statesOf, product)];
  const state = all.find(({ group }) => group === 'backlog') ?? all.find(({ group }) => group !== 'triage');
  if (!state) throw new Error(`product ${product} has no states`);
  return state;
}
