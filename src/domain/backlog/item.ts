import type { Entity } from '../kernel/change.ts';
import type { Day, Instant } from '../kernel/day.ts';
import type { Collection } from '../kernel/field.ts';
import type { Ranking } from '../kernel/rank.ts';
import type { IndexOf } from '../kernel/record-index.ts';
import type { Lists } from '../kernel/workspace.ts';
import { pointsOf, type Estimate } from '../estimation/estimate.ts';
import type { Category } from './category.ts';
import type { ItemType } from './item-type.ts';

/** Something that might be built. It exists once; backlogs, boards, maps and roadmaps are lenses over it. */
export interface Item extends Entity {
  readonly product: string;
  /** Behind the product's key in `APP-142`; null until the server has given it. */
  readonly number: number | null;
  readonly type: ItemType;
  readonly title: string;
  readonly state: string;
  /** Place in the product's one order: a fractional key, unique in the product, compared by code unit. */
  readonly rank: string;
  /** The key that its own last move gave it, where the kernel has re-spread it since; null: `rank` is that key. Undo compares it. */
  readonly placedAs: string | null;
  /** An item of a larger type. */
  readonly parent: string | null;
  readonly estimate: Estimate | null;
  readonly assignee: string | null;
  /** Null: the parent's team, else the product's first. */
  readonly team: string | null;
  readonly tags: readonly string[];
  readonly release: string | null;
  readonly sprint: string | null;
  /** Its place in the sprint's own order: a fractional key, ties by id; null while it is in none, and for a task, which stands under its story. */
  readonly sprintRank: string | null;
  /** What kind of work it is; null: that of its type. */
  readonly category: Category | null;
  /** The current version of the description. */
  readonly description: string | null;
  /** A reminder; it never feeds the plan. */
  readonly dueOn: Day | null;
  /** A date that somebody promised for it on the roadmap; null: computed. */
  readonly promisedOn: Day | null;
  /** The day it came to be, here or where it was imported from. */
  readonly createdOn: Day;
  /** The day it came into a state of the group done or declined. */
  readonly closedOn: Day | null;
  /** Why it was declined; null while it is not. */
  readonly declineReason: string | null;
  /** Since when it is parked; null while it is not. */
  readonly parkedAt: Instant | null;
  /** The day on which a parked item comes back by itself. */
  readonly returnOn: Day | null;
  /** Since when it is in the trash; null while it is not. */
  readonly trashedAt: Instant | null;
}

/** All items of a product, closed and parked ones too, in the order of their rank keys. */
export const itemsByRank: IndexOf<Item> = { name: 'itemsByRank', in: 'item', group: ({ product }) => product, order: ({ rank }) => rank };

/** The children of an item, in the order of their rank keys. */
export const childrenOf: IndexOf<Item> = { name: 'childrenOf', in: 'item', group: ({ parent }) => parent, order: ({ rank }) => rank };

/** The items in a state. */
export const itemsInState: IndexOf<Item> = { name: 'itemsInState', in: 'item', group: ({ state }) => state, order: () => '' };

/** Everything that is in a release, open or not, in the order of the rank keys. */
export const itemsInRelease: IndexOf<Item> = { name: 'itemsInRelease', in: 'item', group: ({ release }) => release, order: ({ rank }) => rank };

/** Everything that was ever numbered, by number: how a key is found. */
export const itemsByNumber: IndexOf<Item> = {
  name: 'itemsByNumber',
  in: 'item',
  group: ({ product, number }) => (number === null ? null : product),
  order: ({ number }) => String(number).padStart(12, '0'),
};

/** The item of a product with this number. */
export function itemNumbered(view: Lists, product: string, number: number): Item | undefined {
  const sought = { id: '', product, number } as Item; // its place is told by these alone
  const found = view.list(itemsByNumber, product).at(view.placeOf(itemsByNumber, product, sought));
  return found?.number === number ? found : undefined;
}

/** A product's estimated items of one type by their points, for medians; also as one group of all types. */
export const pointsByType: IndexOf<Item> = {
  name: 'pointsByType',
  in: 'item',
  group: (item) => (pointsOf(item.estimate) === null ? null : `${item.product}/${item.type}`),
  order: (item) => sortablePoints(item),
};
export const pointsOfAll: IndexOf<Item> = {
  name: 'pointsOfAll',
  in: 'item',
  group: (item) => (pointsOf(item.estimate) === null ? null : item.product),
  order: (item) => sortablePoints(item),
};

function sortablePoints({ estimate }: Item): string {
  const points = pointsOf(estimate) ?? 0;
  let text = sortable.get(points);
  if (text === undefined) sortable.set(points, (text = points.toFixed(3).padStart(12, '0')));
  return text;
}

/** There are few different numbers of points, and very many items that have them. */
const sortable = new Map<number, string>();

export const itemRanking: Ranking<Item> = { in: 'item', index: itemsByRank, group: ({ product }) => product };

export const items: Collection<Item> = {
  name: 'item',
  resource: 'items',
  fields: {
    product: { kind: 'ref', label: 'Product', to: 'product', by: itemsByRank },
    number: { kind: 'number', label: 'Number', lasting: true },
    type: { kind: 'choice', label: 'Type', history: true },
    title: { kind: 'text', label: 'Title', max: 500 },
    state: { kind: 'ref', label: 'State', to: 'state', by: itemsInState, history: true },
    rank: { kind: 'rank', label: 'Rank' },
    placedAs: { kind: 'text', label: 'Placed', max: 64, lasting: true, with: 'rank' },
    parent: { kind: 'ref', label: 'Parent', to: 'item', by: childrenOf, history: true },
    estimate: { kind: 'json', label: 'Estimate', history: true },
    assignee: { kind: 'ref', label: 'Assignee', to: 'member', history: true },
    team: { kind: 'ref', label: 'Team', to: 'team', history: true },
    tags: { kind: 'tags', label: 'Tags' },
    release: { kind: 'ref', label: 'Release', to: 'release', by: itemsInRelease, history: true },
    sprint: { kind: 'ref', label: 'Sprint', to: 'sprint', history: true },
    sprintRank: { kind: 'text', label: 'Place in the sprint', max: 64, history: true, with: 'sprint' },
    category: { kind: 'choice', label: 'Category' },
    description: { kind: 'long-text', label: 'Description' },
    dueOn: { kind: 'day', label: 'Due' },
    promisedOn: { kind: 'day', label: 'Promised', history: true },
    createdOn: { kind: 'day', label: 'Created' },
    closedOn: { kind: 'day', label: 'Closed', with: 'state' },
    declineReason: { kind: 'text', label: 'Reason', max: 1000, with: 'state' },
    parkedAt: { kind: 'instant', label: 'Parked', history: true },
    returnOn: { kind: 'day', label: 'Back on', with: 'parkedAt', awaited: true },
    trashedAt: { kind: 'instant', label: 'Trashed', history: true },
  },
};
