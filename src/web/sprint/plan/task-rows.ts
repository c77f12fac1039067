import type { ItemType } from '../../../domain/backlog/item-type.ts';
import { isOpen } from '../../../domain/backlog/open.ts';
import type { View } from '../../../domain/collections.ts';
import { hoursLeft } from '../../../domain/estimation/hours.ts';
import { sumOf } from '../../../domain/estimation/sum.ts';
import { tasksOf } from '../../../domain/sprint/tasks.ts';
import type { RowPlace } from '../../ui/use-row-drag.ts';

/** The row in which the next task of a card is written. */
const addRowOf = (card: string): string => `add:${card}`;
export const isAddRow = (row: string): boolean => row.startsWith('add:');

/** The card that an add row is for. */
export const cardOfAddRow = (row: string): string => row.slice('add:'.length);

/** What a card was broken down into. */
export interface Breakdown {
  readonly tasks: number;
  /** Still to do. */
  readonly hours: number;
}

/** Types that are broken down into tasks; what is larger is made of items of its own, unless it has tasks already. */
const BROKEN_DOWN: readonly ItemType[] = ['story', 'bug', 'chore'];

/** How many tasks a card has and what is left of them; null for one that is not broken down into tasks. */
export function breakdownOf(view: View, card: string): Breakdown | null {
  const item = view.find('item', card);
  const tasks = item ? tasksOf(view, item) : [];
  if (!item || (tasks.length === 0 && !BROKEN_DOWN.includes(item.type))) return null;
  return { tasks: tasks.length, hours: sumOf(tasks, (task) => (isOpen(view, task) ? (hoursLeft(task.estimate) ?? 0) : 0)) };
}

/** The cards with the tasks of those that are expanded below them, and a place for the next one where tasks may be added. */
export function withTasks(view: View, cards: readonly string[], { expanded, canAdd }: { expanded: ReadonlySet<string>; canAdd: boolean }): string[] {
  return cards.flatMap((card) => {
    const item = expanded.has(card) && breakdownOf(view, card) !== null ? view.find('item', card) : undefined;
    return item ? [card, ...tasksOf(view, item).map(({ id }) => id), ...(canAdd ? [addRowOf(card)] : [])] : [card];
  });
}

/** A place over a task, or where one is written, is below its card. */
export function placeAmongCards(view: View, over: RowPlace): RowPlace {
  if (isAddRow(over.row)) return { row: cardOfAddRow(over.row), edge: 'below' };
  const item = view.find('item', over.row);
  return item?.type === 'task' && item.parent !== null ? { row: item.parent, edge: 'below' } : over;
}
