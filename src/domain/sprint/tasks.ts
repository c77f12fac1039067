import { childrenOf, type Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';

/** The tasks that a card was broken down into, done ones too: those that are where it is. What is in the trash is not there. */
export const tasksOf = (view: View, { id, sprint }: Pick<Item, 'id' | 'sprint'>): Item[] =>
  Array.from(view.list(childrenOf, id)).filter((task) => task.type === 'task' && task.trashedAt === null && task.sprint === sprint);
