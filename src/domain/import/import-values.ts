import { generateNKeysBetween } from 'fractional-indexing';
import type { Item } from '../backlog/item.ts';
import type { WorkspaceDraft } from '../collections.ts';
import type { Context } from '../kernel/verb.ts';
import type { ImportNames } from './import-names.ts';
import type { ImportRow } from './import-row.ts';

/** The plain fields that a row names, in Cutline's ids. */
export function valuesOf(row: ImportRow, names: ImportNames): Partial<Item> {
  return {
    ...(row.estimate === undefined ? {} : { estimate: row.estimate }),
    ...(row.assignee === undefined ? {} : { assignee: names.member(row.assignee) }),
    ...(row.tags === undefined ? {} : { tags: [...new Set(row.tags)].sort() }),
    ...(row.sprint === undefined ? {} : { sprint: names.sprint(row.sprint) }),
    ...(row.release === undefined ? {} : { release: names.release(row.release) }),
    ...(row.dueOn === undefined ? {} : { dueOn: row.dueOn }),
  };
}

export function writeCriteria(draft: WorkspaceDraft, item: string, { criteria, context }: { criteria: readonly string[]; context: Context }): void {
  const places = generateNKeysBetween(null, null, criteria.length);
  criteria.forEach((text, at) => draft.create('criterion', { id: context.newId(), item, text, done: false, place: places[at]! }));
}
