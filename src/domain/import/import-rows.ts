import { z } from 'zod';
import { aliasesByKey } from '../backlog/alias.ts';
import { emptyItem, firstState } from '../backlog/create-items.ts';
import { itemRanking, type Item } from '../backlog/item.ts';
import { isClosedGroup } from '../backlog/state-group.ts';
import { verb, type View, type WorkspaceDraft } from '../collections.ts';
import { gapOver, keysIn } from '../kernel/rank.ts';
import { ref } from '../kernel/ref.ts';
import type { Context } from '../kernel/verb.ts';
import { ImportNames } from './import-names.ts';
import { ImportNumbers } from './import-numbers.ts';
import { importRowSchema, type ImportRow } from './import-row.ts';
import { cellsOf, takeChanged } from './import-again.ts';
import { valuesOf, writeCriteria } from './import-values.ts';
import { sourceRecords } from './source-record.ts';

export const importRows = verb({
  name: 'importRows',
  does: 'Take rows of a file into a product: new ones are made, known ones get what has changed in the file and was not edited here.',
  route: ['POST', '/imports/{import}/rows'],
  input: z.strictObject({ import: ref('import'), rows: z.array(importRowSchema).min(1).max(500) }),
  needs: (view, input) => [{ may: 'import', on: { in: 'product', id: view.get('import', input.import).product } }],
  blockers: (view, input) => (view.get('import', input.import).state === 'running' ? [] : [{ code: 'import-not-running', import: input.import }]),
  serverOnly: true,
  run(draft, { import: run, rows }, context) {
    const { product, ...before } = draft.workspace.get('import', run);
    const names = new ImportNames(draft, product, context);
    const taken = rows.map((row) => ({ row, known: knownItem(draft.workspace, product, row.source) }));
    const fresh = taken.filter(({ known }) => !known).map(({ row }) => row);
    const ranks = ranksAtEnd(draft, product, fresh.length);
    const numbers = new ImportNumbers(draft, product, context);
    const empty = emptyItem(draft.workspace, product, context);
    let updated = 0;
    for (const { row, known } of taken) {
      if (known) updated += takeChanged(draft, { row, item: known, names, context }) ? 1 : 0;
      else makeItem(draft, { product, row, rank: ranks.shift()!, empty, numbers, names, context });
    }
    numbers.write();
    const unchanged = rows.length - fresh.length - updated;
    draft.update('import', run, {
      done: before.done + rows.length,
      made: before.made + fresh.length,
      updated: before.updated + updated,
      unchanged: before.unchanged + unchanged,
    });
  },
});

/** The item that this row became before, also when it is parked or in the trash; undefined when it is new or was erased since. */
export function knownItem(view: View, product: string, source: string): Item | undefined {
  const record = view.list(sourceRecords, `${product}/${source}`).at(0);
  return record ? view.find('item', record.item) : undefined;
}

function ranksAtEnd(draft: WorkspaceDraft, product: string, count: number): string[] {
  if (count === 0) return [];
  const gap = gapOver(draft.workspace, itemRanking, { group: product, below: undefined, moving: new Set() });
  return keysIn(draft, itemRanking, { gap, moving: new Set(), count });
}

interface Making {
  readonly product: string;
  readonly row: ImportRow;
  readonly rank: string;
  readonly empty: ReturnType<typeof emptyItem>;
  readonly numbers: ImportNumbers;
  readonly names: ImportNames;
  readonly context: Context;
}

/** Made on the day that it was made there, and closed on the day that it was closed there: days that the file does not know stay unknown. */
function makeItem(draft: WorkspaceDraft, { product, row, rank, empty, numbers, names, context }: Making): void {
  const id = context.newId();
  const createdOn = row.createdOn ?? row.resolvedOn ?? row.updatedOn ?? empty.createdOn;
  const state = names.state(row.state ?? null) ?? firstState(draft.workspace, product);
  const closes = isClosedGroup(state.group) && row.resolvedOn ? row.resolvedOn : null;
  const start = closes ? firstState(draft.workspace, product).id : state.id;
  const number = numbers.take(row.key);
  // Written with the item and not after it: a large file writes its records once.
  const description = row.description ? context.newId() : null;
  const item: Item = { ...empty, id, ...valuesOf(row, names), title: row.title, type: row.type ?? 'story', state: start, rank, number, createdOn, description };
  draft.create('item', item, { happenedOn: createdOn });
  if (row.description && description) draft.texts.push({ id: description, owner: { in: 'item', id, field: 'description' }, base: null, body: row.description });
  writeCriteria(draft, id, { criteria: row.criteria ?? [], context });
  if (closes) draft.update('item', id, { state: state.id, closedOn: closes }, { happenedOn: closes });
  if (state.group === 'declined' && row.declineReason) draft.update('item', id, { declineReason: row.declineReason });
  const touchedOn = row.updatedOn ?? row.resolvedOn;
  if (touchedOn && touchedOn !== closes) draft.touched('item', id, touchedOn);
  keepOldKey(draft, { product, item: id, key: row.key, context });
  const cells = cellsOf(row, draft.workspace.get('item', id));
  draft.create('sourceRecord', { id: context.newId(), product, source: row.source, item: id, cells });
}

/** The key it had elsewhere keeps finding it, unless that is its key here too. */
function keepOldKey(draft: WorkspaceDraft, { product, item, key, context }: { product: string; item: string; key: string | null; context: Context }): void {
  if (key === null) return;
  const here = `${draft.workspace.get('product', product).key}-${draft.workspace.get('item', item).number}`;
  const old = key.toUpperCase();
  if (old !== here && draft.workspace.list(aliasesByKey, old).length === 0) draft.create('alias', { id: context.newId(), key: old, item });
}
