import type { Criterion } from '../../domain/backlog/criterion.ts';
import { collections, type View } from '../../domain/collections.ts';
import type { Link } from '../../domain/dependency/link.ts';
import { idOf, type Change } from '../../domain/kernel/change.ts';
import { factsOf } from '../../domain/kernel/fact.ts';
import type { SentEntry } from '../../domain/sync/message.ts';
import type { Store } from './store.ts';

/** Answers of the server that may be others after these entries are asked for again. */
export function hearHistory(store: Store, entries: readonly SentEntry[]): void {
  if (entries.length === 0) return;
  const fields = new Set(entries.flatMap((entry) => factsOf(collections, entry)).map(({ in: collection, field }) => `${collection}.${field}`));
  const records = new Set(entries.flatMap(({ changes }) => changes).flatMap((change) => [idOf(change), ...itemsOf(store.view, change)]));
  store.asked.hear({ fields, records });
}

/** The items whose history a change of something else belongs to: of a criterion, or at the ends of a link. */
function itemsOf(view: View, change: Change): string[] {
  if (change.in === 'criterion') {
    const criterion = change.op === 'update' ? view.find('criterion', change.id) : (change.record as Criterion); // it is in their collection
    return criterion ? [criterion.item] : [];
  }
  if (change.in !== 'link' || change.op === 'update') return [];
  const { from, to } = change.record as Link; // as above
  return [from, to];
}
