import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { collections } from '../../domain/collections.ts';
import { idOf, type Change } from '../../domain/kernel/change.ts';
import type { Field } from '../../domain/kernel/field.ts';

/** An item that an import has changed, and in which fields. */
export interface ChangedItem {
  readonly id: string;
  readonly fields: readonly string[];
}

/** So many items are named; how many there were is in the import itself. */
const MOST = 500;
/** Entries that are read at once: of a file with many new rows each is large. */
const TOGETHER = 20;

/** What an import has changed of items that were here before, read from its entries in their order. */
export async function changedBy(db: Kysely<Schema>, { workspace, run }: { workspace: string; run: string }): Promise<ChangedItem[]> {
  const made = new Set<string>();
  const changed = new Map<string, Set<string>>();
  for (let after = 0, isMore = true; isMore && changed.size < MOST;) {
    const entries = await db
      .selectFrom('entries')
      .select(['seq', 'changes'])
      .where('workspace', '=', workspace)
      .where('act', '=', run)
      .where('verb', 'in', ['importRows', 'importRelations'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(TOGETHER)
      .execute();
    for (const { changes } of entries) for (const change of JSON.parse(changes) as Change[]) note(change, made, changed);
    after = Number(entries.at(-1)?.seq ?? 0);
    isMore = entries.length === TOGETHER;
  }
  return [...changed].slice(0, MOST).map(([id, fields]) => ({ id, fields: [...fields].sort() }));
}

function note(change: Change, made: Set<string>, changed: Map<string, Set<string>>): void {
  if (change.in === 'item' && change.op === 'create') made.add(change.record.id);
  const [item, fields] = fieldsIn(change);
  if (item === null || fields.length === 0 || made.has(item)) return;
  const known = changed.get(item) ?? new Set();
  for (const field of fields) known.add(field);
  changed.set(item, known);
}

/** Of which item a change tells, and of which fields; those that only go along with another are not named. */
function fieldsIn(change: Change): [string | null, readonly string[]] {
  if (change.in === 'criterion') return [change.op === 'update' ? null : String((change.record as unknown as { item: string }).item), ['criteria']];
  if (change.in !== 'item' || change.op !== 'update' || change.respread) return [null, []];
  const described: Readonly<Record<string, Field>> = collections.item.fields;
  const names = [...Object.keys(change.to), ...Object.keys(change.sets ?? {})];
  return [idOf(change), names.filter((name) => described[name]?.with === undefined && !described[name]?.lasting)];
}
