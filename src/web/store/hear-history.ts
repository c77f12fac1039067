import { collections, type Collections, type View } from '../../domain/collections.ts';
import { subjectsOf } from '../../domain/history/subjects.ts';
import type { Change } from '../../domain/kernel/change.ts';
import { factsOf } from '../../domain/kernel/fact.ts';
import type { SentEntry } from '../../domain/sync/message.ts';
import type { Store } from './store.ts';

/** Answers of the server that may be others after these entries are asked for again. */
export function hearHistory(store: Store, entries: readonly SentEntry[]): void {
  if (entries.length === 0) return;
  const fields = new Set(entries.flatMap((entry) => factsOf(collections, entry)).map(({ in: collection, field }) => `${collection}.${field}`));
  const records = new Set(entries.flatMap(({ changes }) => changes).flatMap((change) => historiesOf(store.view, change)));
  store.asked.hear({ fields, records });
}

/** The records whose history a change belongs to. */
function historiesOf(view: View, change: Change): string[] {
  const record = change.op === 'update' ? view.find(change.in as keyof Collections, change.id) : change.record;
  return record ? subjectsOf(change, record) : [];
}
