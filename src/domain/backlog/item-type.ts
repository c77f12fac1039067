/** What an item is, from large to small. A parent is of any larger type. */
export const ITEM_TYPES = ['epic', 'feature', 'story', 'bug', 'chore', 'task'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

const SIZE: Record<ItemType, number> = { epic: 4, feature: 3, story: 2, bug: 2, chore: 2, task: 1 };

/** Whether an item of the first type may be the parent of one of the second. */
export const isLarger = (parent: ItemType, child: ItemType): boolean => SIZE[parent] > SIZE[child];
