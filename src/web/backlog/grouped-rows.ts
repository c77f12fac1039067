import type { Item } from '../../domain/backlog/item.ts';

const HEADING = 'group:';

/** The tag that a row is the heading of, empty for items without one; null for an item's row. */
export const headingOf = (row: string): string | null => (row.startsWith(HEADING) ? row.slice(HEADING.length) : null);

/** Items under their tags: each once, under the tag that most of them have, the largest group first and those without a tag last. */
export function groupedRows(items: readonly Pick<Item, 'id' | 'tags'>[]): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of items) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const order = (a: string, b: string) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1);
  const groups = new Map<string, string[]>();
  for (const { id, tags } of items) {
    const tag = [...tags].sort(order)[0] ?? '';
    const group = groups.get(tag);
    if (group) group.push(id);
    else groups.set(tag, [id]);
  }
  const tags = [...groups.keys()].filter((tag) => tag !== '').sort((a, b) => groups.get(b)!.length - groups.get(a)!.length || (a < b ? -1 : 1));
  if (tags.length === 0) return [...(groups.get('') ?? [])];
  return [...tags, ...(groups.has('') ? [''] : [])].flatMap((tag) => [`${HEADING}${tag}`, ...groups.get(tag)!]);
}
