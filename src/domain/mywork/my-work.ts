import { z } from 'zod';
import type { Item } from '../backlog/item.ts';
import { groupOf, isOpen, rankedRows } from '../backlog/open.ts';
import { isBegunGroup } from '../backlog/state-group.ts';
import { reading, type View } from '../collections.ts';
import { linksFrom } from '../dependency/link.ts';
import { openBlockers } from '../dependency/open-blockers.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { addDays, dayIn, type Day, type Instant } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { productsByKey } from '../product/product.ts';
import { ownItems } from './own-items.ts';

/** Days ahead within which something is said to be due. */
const SOON = 7;

/** One of a member's items, with what makes it pressing. */
export interface OwnItem {
  readonly item: string;
  /** Its due date where that has passed or is near; null otherwise. */
  readonly dueOn: Day | null;
  readonly isOverdue: boolean;
  /** The open items that it waits for; one that the reader may not know of goes by the id of the link. */
  readonly blockedBy: readonly string[];
  /** Open items of others, or of nobody, that wait for it. */
  readonly waiting: readonly string[];
}

/** What a member has to do, over all products. Each item stands once: in the first of these places that it fits. */
export interface MyWork {
  /** Begun: in progress or in review. */
  readonly now: readonly OwnItem[];
  /** Overdue or due within a week, the most urgent first. */
  readonly due: readonly OwnItem[];
  /** Ready, or among the rows that are next up, and free to begin. */
  readonly next: readonly OwnItem[];
  /** It waits for work of the member's own, or of nobody yet. */
  readonly blocked: readonly OwnItem[];
  /** It waits for nothing but work of other people. */
  readonly waitsForOthers: readonly OwnItem[];
  /** Others wait for it, wherever it stands. */
  readonly waitedFor: readonly OwnItem[];
  /** So many more, further down. */
  readonly later: number;
}

export type WorkPlace = Exclude<keyof MyWork, 'later'>;

/** What a member has to do now, next and by when, and what waits for what; by product and then by rank. */
export function myWorkOf(view: View, member: string, { now }: { now: Instant }): MyWork {
  const work: Record<WorkPlace, OwnItem[]> = { now: [], due: [], next: [], blocked: [], waitsForOthers: [], waitedFor: [] };
  let later = 0;
  for (const item of inOrder(view, member)) {
    const own = ownItem(view, item, now);
    const place = placeOf(view, item, own);
    if (place === null) later += 1;
    else work[place].push(own);
  }
  work.due.sort((a, b) => byCodeUnit(a.dueOn!, b.dueOn!));
  return { ...work, later };
}

/** By the key of the product, then by rank; a task, which has no place of its own, stands where its story does. */
function inOrder(view: View, member: string): Item[] {
  const products = new Map(Array.from(view.list(productsByKey, 'all'), ({ id }, at) => [id, at]));
  const placed = Array.from(view.list(ownItems, member), (item) => ({ item, product: products.get(item.product)!, rank: deliveredWith(view, item).rank }));
  placed.sort((a, b) => a.product - b.product || byCodeUnit(a.rank, b.rank));
  return placed.map(({ item }) => item);
}

function deliveredWith(view: View, item: Item): Item {
  const story = item.type === 'task' && item.parent !== null ? view.find('item', item.parent) : undefined;
  return story ?? item;
}

function ownItem(view: View, item: Item, now: Instant): OwnItem {
  const today = dayIn(view.get('product', item.product).zone, now);
  const dueOn = item.dueOn !== null && item.dueOn <= addDays(today, SOON) ? item.dueOn : null;
  return { item: item.id, dueOn, isOverdue: dueOn !== null && dueOn < today, blockedBy: openBlockers(view, item), waiting: othersWaiting(view, item) };
}

function othersWaiting(view: View, item: Item): string[] {
  const blocked = Array.from(view.list(linksFrom, item.id)).filter(({ type }) => type === 'blocks');
  return blocked
    .map(({ to }) => to)
    .filter((id) => {
      const other = view.find('item', id);
      return other !== undefined && other.assignee !== item.assignee && isOpen(view, other);
    });
}

function placeOf(view: View, item: Item, { dueOn, blockedBy, waiting }: OwnItem): WorkPlace | null {
  const group = groupOf(view, item);
  if (isBegunGroup(group)) return 'now';
  if (dueOn !== null) return 'due';
  if (blockedBy.length > 0) return blockedBy.every((blocker) => isOfSomebodyElse(view, item, blocker)) ? 'waitsForOthers' : 'blocked';
  if (group === 'ready' || isNextUp(view, deliveredWith(view, item))) return 'next';
  return waiting.length > 0 ? 'waitedFor' : null;
}

/** Work that is not for the reader to see is somebody else's, too. */
function isOfSomebodyElse(view: View, { assignee }: Item, blocker: string): boolean {
  const found = view.find('item', blocker);
  return !found || (found.assignee !== null && found.assignee !== assignee);
}

/** Whether a row is among the first of its product that are next up. */
function isNextUp(view: View, item: Item): boolean {
  const { nextUp } = view.get('product', item.product);
  const place = view.placeOf(rankedRows, item.product, item);
  return place < nextUp && view.list(rankedRows, item.product).at(place)?.id === item.id;
}

export const myWork = reading({
  name: 'myWork',
  does: 'What a member has to do over all products: begun, due, next, blocked, what waits for others, and what others wait for.',
  route: '/members/{member}/work',
  input: z.strictObject({ member: ref('member') }),
  needs: (view) => Array.from(view.all('product'), ({ id }) => ({ may: 'read', on: { in: 'product', id } })),
  of: (view, { member }, asking) => myWorkOf(view, member, asking),
});
