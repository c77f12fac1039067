import type { ImportRelation, ImportRow } from '../domain/import/import-row.ts';
import type { SourceField, SourceItem } from './source-row.ts';

/** A row of a file as the verb `importRows` takes it. */
export function importRowOf(item: SourceItem): ImportRow {
  const { source, key, title, cells, type, state, assignee, criteria, tags } = item;
  const { declineReason, description, estimate, sprint, release, dueOn, createdOn, updatedOn, resolvedOn } = item;
  const own = Object.entries(cells).filter(([field]) => !TIES.has(field as SourceField)); // the keys of cells are fields
  return {
    source,
    key,
    title,
    cells: Object.fromEntries(own),
    type,
    ...(state !== undefined && { state: state && state.name }),
    ...(assignee !== undefined && { assignee: assignee && { name: assignee.name, email: assignee.email } }),
    ...(criteria && { criteria: [...criteria] }),
    ...(tags && { tags: [...tags] }),
    ...withoutAbsent({ declineReason, description, estimate, sprint, release, dueOn, createdOn, updatedOn, resolvedOn }),
  };
}

/** What a row says of others as the verb `importRelations` takes it; null when it says nothing. */
export function importRelationOf({ source, cells, parent, links }: SourceItem): ImportRelation | null {
  if (parent === undefined && links === undefined) return null;
  const own = Object.entries(cells).filter(([field]) => TIES.has(field as SourceField)); // the keys of cells are fields
  return { source, cells: Object.fromEntries(own), ...(parent !== undefined && { parent }), ...(links && { links: links.map((link) => ({ ...link })) }) };
}

const TIES: ReadonlySet<SourceField> = new Set<SourceField>(['parent', 'links']);

type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** A property that is not given stays not given, rather than being given as undefined. */
function withoutAbsent<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>; // only undefined was taken out
}
