import { itemsByRank } from '../../domain/backlog/item.ts';
import { openItems } from '../../domain/backlog/open.ts';
import type { View } from '../../domain/collections.ts';
import { byCodeUnit } from '../../domain/kernel/change.ts';

/** The tags in use in a product: those of open items first, the most used before the others. */
export function tagsOf(view: View, product: string): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of view.list(openItems, product)) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const open = [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b)).map(([tag]) => tag);
  const rest = new Set<string>();
  for (const { tags } of view.list(itemsByRank, product)) for (const tag of tags) if (!counts.has(tag)) rest.add(tag);
  return [...open, ...[...rest].sort(byCodeUnit)];
}
