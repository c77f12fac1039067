import type { Item } from '../../../domain/backlog/item.ts';

/** What items have, of several possible values. */
export interface SharedValues {
  /** Every item has it. */
  readonly all: readonly string[];
  /** How many of the items have it, where that is some and not all: `2 of 5`. */
  readonly hintOf: (value: string) => string | undefined;
}

/** What several items have in common, and what only some of them have. */
export function sharedValues(items: readonly Item[], valuesOf: (item: Item) => readonly (string | null)[]): SharedValues {
  const counts = new Map<string, number>();
  for (const item of items) for (const value of new Set(valuesOf(item))) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const all = [...counts].filter(([, count]) => count === items.length).map(([value]) => value);
  const hintOf = (value: string) => {
    const count = counts.get(value) ?? 0;
    return count > 0 && count < items.length ? `${count} of ${items.length}` : undefined;
  };
  return { all, hintOf };
}
