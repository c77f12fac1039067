import { criteriaOf } from '../backlog/criterion.ts';
import { firstState } from '../backlog/create-items.ts';
import { isLarger } from '../backlog/item-type.ts';
import { childrenOf, type Item } from '../backlog/item.ts';
import { isClosedGroup } from '../backlog/state-group.ts';
import type { View, WorkspaceDraft } from '../collections.ts';
import type { Context } from '../kernel/verb.ts';
import { hashOf } from './hash.ts';
import type { ImportNames } from './import-names.ts';
import type { ImportRow } from './import-row.ts';
import { valuesOf, writeCriteria } from './import-values.ts';
import { sourcesOfItem, type SourceRecord } from './source-record.ts';

/** The fields of an item that an import can say something of, each with the cells that it is read from. */
export const IMPORTED_FIELDS = ['title', 'type', 'state', 'description', 'criteria', 'estimate', 'assignee', 'tags', 'sprint', 'release', 'dueOn'] as const;
export type ImportedField = (typeof IMPORTED_FIELDS)[number];

/** What is kept of a row: for each field a hash of its cell and of what it became here. */
export function cellsOf(row: ImportRow, item: Item): Record<string, string> {
  const fields = IMPORTED_FIELDS.filter((field) => row.cells[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, `${hashOf(row.cells[field]!)} ${hashOf(valueAsMade(row, item, field))}`]));
}

/**
 * Takes from a row that is known what has changed in the file since it was last read. What was also edited here stays ours and is named in
 * the draft. The rank is never changed; parked and trashed items stay so. True when something was taken.
 */
export function takeChanged(
  draft: WorkspaceDraft,
  { row, item, names, context }: { row: ImportRow; item: Item; names: ImportNames; context: Context },
): boolean {
  const record = recordOf(draft.workspace, item, row.source);
  const cells: Record<string, string> = { ...record.cells };
  const wanted = IMPORTED_FIELDS.filter((field) => row.cells[field] !== undefined && !isAsRead(cells[field], row.cells[field]));
  let taken = false;
  for (const field of wanted) {
    const known = cells[field]?.split(' ')[1] ?? hashOf(emptyHere(draft.workspace, item, field));
    const isEdited = known !== hashOf(valueHere(draft.workspace, item, field));
    if (!isEdited) taken = takeField(draft, { row, item, names, context, field }) || taken;
    else if (!isSameAsHere(draft.workspace, { row, item, names, field })) draft.kept.push({ in: 'item', id: item.id, field, by: null });
    const value = isEdited ? known : hashOf(valueHere(draft.workspace, draft.workspace.get('item', item.id), field));
    cells[field] = `${hashOf(row.cells[field]!)} ${value}`;
  }
  if (wanted.length > 0) draft.update('sourceRecord', record.id, { cells });
  return taken;
}

/** Whether every cell of a row is as it was last read, so that there is nothing to take. */
export function isAsReadBefore(view: View, item: Item, row: ImportRow): boolean {
  const { cells } = recordOf(view, item, row.source);
  return IMPORTED_FIELDS.every((field) => row.cells[field] === undefined || isAsRead(cells[field], row.cells[field]));
}

const isAsRead = (kept: string | undefined, cell: string): boolean => kept?.split(' ')[0] === hashOf(cell);

function recordOf(view: View, item: Item, source: string): SourceRecord {
  for (const record of view.list(sourcesOfItem, item.id)) if (record.source === source) return record;
  throw new Error(`item ${item.id} was not imported from ${source}`);
}

interface Taking {
  readonly row: ImportRow;
  readonly item: Item;
  readonly names: ImportNames;
  readonly context: Context;
  readonly field: ImportedField;
}

function takeField(draft: WorkspaceDraft, { row, item, names, context, field }: Taking): boolean {
  const before = draft.changes.length;
  const happenedOn = row.updatedOn ?? undefined;
  const plain = valuesOf(row, names)[field as keyof Item];
  if (field === 'title') draft.update('item', item.id, { title: row.title }, { happenedOn });
  else if (field === 'type') takeType(draft, { row, item });
  else if (field === 'state') takeState(draft, { row, item, names });
  else if (field === 'description') takeDescription(draft, { row, item, context });
  else if (field === 'criteria') takeCriteria(draft, { row, item, context });
  else if (plain !== undefined) draft.update('item', item.id, { [field]: plain }, { happenedOn });
  return draft.changes.length > before;
}

/** A type that would no longer fit below its parent or above its children is left as it is and named. */
function takeType(draft: WorkspaceDraft, { row, item }: Pick<Taking, 'row' | 'item'>): void {
  const type = row.type ?? item.type;
  const parent = item.parent === null ? undefined : draft.workspace.get('item', item.parent);
  const children = [...draft.workspace.list(childrenOf, item.id)];
  const fits = (!parent || isLarger(parent.type, type)) && children.every((child) => isLarger(type, child.type));
  if (fits) draft.update('item', item.id, { type }, { happenedOn: row.updatedOn ?? undefined });
  else draft.kept.push({ in: 'item', id: item.id, field: 'type', by: null });
}

function takeState(draft: WorkspaceDraft, { row, item, names }: Pick<Taking, 'row' | 'item' | 'names'>): void {
  const state = names.state(row.state ?? null);
  if (!state) return;
  const closedOn = isClosedGroup(state.group) ? (row.resolvedOn ?? null) : null;
  const declineReason = state.group === 'declined' ? (row.declineReason ?? null) : null;
  draft.update('item', item.id, { state: state.id, closedOn, declineReason }, { happenedOn: closedOn ?? row.updatedOn ?? undefined });
}

function takeDescription(draft: WorkspaceDraft, { row, item, context }: Pick<Taking, 'row' | 'item' | 'context'>): void {
  if (row.description) draft.write({ in: 'item', id: item.id, field: 'description' }, row.description, context.newId());
  else draft.update('item', item.id, { description: null });
}

function takeCriteria(draft: WorkspaceDraft, { row, item, context }: Pick<Taking, 'row' | 'item' | 'context'>): void {
  for (const { id } of Array.from(draft.workspace.list(criteriaOf, item.id))) draft.remove('criterion', id);
  writeCriteria(draft, item.id, { criteria: row.criteria ?? [], context });
}

/** A field's value as text, to be compared. A description is compared by its version: any save here is an edit. */
function valueHere(view: View, item: Item, field: ImportedField): string {
  if (field === 'criteria') return JSON.stringify(Array.from(view.list(criteriaOf, item.id), ({ text }) => text));
  return JSON.stringify(item[field]);
}

/** What a field that no file has spoken of yet is here, unless it was edited. */
function emptyHere(view: View, item: Item, field: ImportedField): string {
  if (field === 'criteria' || field === 'tags') return '[]';
  if (field === 'type') return JSON.stringify('story');
  if (field === 'state') return JSON.stringify(firstState(view, item.product).id);
  return field === 'title' ? JSON.stringify(item.title) : 'null';
}

/** Whether what the file says now is what was chosen here as well, so that there is nothing to tell. */
function isSameAsHere(view: View, { row, item, names, field }: Omit<Taking, 'context'>): boolean {
  const here = valueHere(view, item, field);
  if (field === 'title' || field === 'type') return here === JSON.stringify(row[field]);
  if (field === 'state') return here === JSON.stringify(names.state(row.state ?? null)?.id);
  if (field === 'criteria') return here === JSON.stringify(row.criteria);
  return field !== 'description' && here === JSON.stringify(valuesOf(row, names)[field]);
}

function valueAsMade(row: ImportRow, item: Item, field: ImportedField): string {
  return field === 'criteria' ? JSON.stringify(row.criteria ?? []) : JSON.stringify(item[field]);
}
