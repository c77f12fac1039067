import { groupOf } from '../backlog/open.ts';
import { isClosedGroup } from '../backlog/state-group.ts';
import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { sumOfPoints } from '../estimation/estimate.ts';
import { itemsInSprint } from './sprint.ts';
import type { Work } from './work.ts';

/** What a sprint delivers, in the order that its team gave it: tasks stand under their story, and what is in the trash is not there. */
export const cardsOf = (view: View, sprint: string): Item[] =>
  Array.from(view.list(itemsInSprint, sprint)).filter((item) => item.trashedAt === null && !isUnderCard(item));

/** A task lives in its story and has no place of its own. */
export const isUnderCard = ({ type, parent }: Item): boolean => type === 'task' && parent !== null;

/** The cards of a sprint that are neither done nor declined, parked ones too: what has to go somewhere when it closes. */
export const unfinishedOf = (view: View, sprint: string): Item[] => cardsOf(view, sprint).filter((item) => !isClosedGroup(groupOf(view, item)));

/** What of a sprint is done: its cards, and the points of those that have any. */
export function doneOf(view: View, sprint: string): Pick<Work, 'points' | 'items'> {
  const done = cardsOf(view, sprint).filter((item) => item.parkedAt === null && groupOf(view, item) === 'done');
  return { points: sumOfPoints(done), items: done.length };
}
