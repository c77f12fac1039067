import type { Question } from './asked.ts';
import type { HistoryPage } from './server.ts';
import type { Store } from './store.ts';

/** What is known of an item's history, newest first: asked anew when the item has changed, without losing what was loaded of its past. */
export function itemHistory({ outside }: Store, item: string): Question<HistoryPage> {
  return {
    key: `history ${item}`,
    ask: async (known) => withNewest(known, await outside.server.history(item, null)),
    changesWith: ({ records }) => records.has(item),
  };
}

/** Loads the page before what is known; says whether it could. */
export async function loadOlder(store: Store, item: string): Promise<boolean> {
  const { asked, outside } = store;
  const question = itemHistory(store, item);
  const from = asked.get(question).value?.next ?? null;
  if (from === null) return true;
  try {
    const page = await outside.server.history(item, Number(from));
    asked.alter(question, (known) => withOlder(known, { from, page }));
    return true;
  } catch (error) {
    outside.report(error);
    return false;
  }
}

/** The newest page before what is known already. Where so much has happened that they do not meet, what is known begins again with it. */
export function withNewest(known: HistoryPage | undefined, newest: HistoryPage): HistoryPage {
  const oldest = newest.data.at(-1)?.seq;
  if (!known || oldest === undefined || !known.data.some(({ seq }) => seq >= oldest)) return newest;
  const older = known.data.filter(({ seq }) => seq < oldest);
  return older.length > 0 ? { data: [...newest.data, ...older], next: known.next } : newest;
}

/** A page behind what is known, unless that has begun again meanwhile. */
export function withOlder(known: HistoryPage, { from, page }: { from: string; page: HistoryPage }): HistoryPage {
  return known.next === from ? { data: [...known.data, ...page.data], next: page.next } : known;
}
