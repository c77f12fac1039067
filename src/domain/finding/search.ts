import { z } from 'zod';
import { reading, type View } from '../collections.ts';
import { textSchema } from '../kernel/text.ts';
import { fold, wordMatcher, wordsOf } from '../backlog/filter.ts';
import type { Item } from '../backlog/item.ts';
import { keyOf } from '../backlog/item-key.ts';
import { presentItem } from './present-item.ts';
import { isOpen } from '../backlog/open.ts';

/** Items of all products whose key or title has every word, best first; what is in the trash is not found. */
function searchItems(view: View, text: string, limit: number): Item[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const hasWords = wordMatcher(view, words);
  const typed = fold(text).trim();
  const found: { item: Item; score: number }[] = [];
  for (const item of view.all('item')) if (item.trashedAt === null && hasWords(item)) found.push({ item, score: scoreOf(view, item, typed) });
  found.sort((a, b) => b.score - a.score || byTouch(a.item, b.item));
  return found.slice(0, limit).map(({ item }) => item);
}

/** The key itself before everything, then titles that begin with what was typed, then open items. */
function scoreOf(view: View, item: Item, typed: string): number {
  const isKey = fold(keyOf(view, item) ?? '') === typed;
  const begins = fold(item.title).startsWith(typed);
  return (isKey ? 4 : 0) + (begins ? 2 : 0) + (isOpen(view, item) ? 1 : 0);
}

/** What was touched last comes first; equal ones by id, so that the order is the same everywhere. */
const byTouch = (a: Item, b: Item): number => (a.touchedAt === b.touchedAt ? (a.id < b.id ? -1 : 1) : (a.touchedAt ?? '') > (b.touchedAt ?? '') ? -1 : 1);

export const search = reading({
  name: 'search',
  does: 'Items of all products whose key or title has every word that was typed.',
  route: '/search',
  input: z.strictObject({ text: textSchema(200), limit: z.int().min(1).max(100).default(20) }),
  needs: (view) => Array.from(view.all('product'), ({ id }) => ({ may: 'read', on: { in: 'product', id } })),
  of: (view, { text, limit }) => ({ data: searchItems(view, text, limit).map((item) => presentItem(view, item)), next: null }),
});
