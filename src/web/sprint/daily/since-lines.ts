import type { Day } from '../../../domain/kernel/day.ts';
import type { News } from './use-daily.ts';

/** One line an item: where it has come to since, and whether it came or went meanwhile. What moved last stands first. */
export function sinceLines({ moved, added, removed }: News, { today, stateName }: { today: Day; stateName: (state: string) => string }) {
  const lines = new Map<string, string[]>();
  const say = (item: string, words: string) => void lines.set(item, [...(lines.get(item) ?? []), words]);
  for (const { item, to, on } of moved) if (!lines.has(item)) say(item, `${stateName(to)}${on === today ? ' today' : ''}`);
  for (const { item } of added) say(item, 'added to the sprint');
  for (const { item } of removed) say(item, 'taken out');
  return Array.from(lines, ([item, words]) => ({ item, says: words.join(', ') }));
}
