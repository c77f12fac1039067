import type { Change, Entity, Fields, Value } from './change.ts';
import { fieldsOf, type Collection } from './field.ts';
import type { Model, RecordName } from './model.ts';
import type { Readable, Shape, Workspace } from './workspace.ts';

/** A record that another one points at. */
export interface Reference {
  readonly field: string;
  readonly to: string;
  readonly id: string;
}

/** What a record points at. */
export function refsOf(collection: Collection, record: Entity): Reference[] {
  return fieldsOf(collection).flatMap(([field, kind]) => {
    if (kind.kind !== 'ref' && kind.kind !== 'refs') return [];
    const value = (record as unknown as Fields)[field];
    const ids = (Array.isArray(value) ? value : [value]) as (string | null | undefined)[];
    return ids.flatMap((id) => (id ? [{ field, to: kind.to, id }] : []));
  });
}

/** Whether any record points at this one. */
export function isReferredTo<S extends Shape>(workspace: Workspace<S>, model: Model<S>, target: RecordName): boolean {
  for (const collection of Object.values<Collection>(model.collections)) {
    for (const [name, field] of fieldsOf(collection)) {
      if ((field.kind !== 'ref' && field.kind !== 'refs') || field.to !== target.in) continue;
      const records: Iterable<Entity> = field.kind === 'ref' && field.by ? workspace.list(field.by, target.id) : workspace.all(collection.name);
      for (const record of records) if (pointsAt(record, name, target.id)) return true;
    }
  }
  return false;
}

function pointsAt(record: Entity, field: string, id: string): boolean {
  const value = (record as unknown as Fields)[field];
  return value === id || (Array.isArray(value) && value.includes(id));
}

/** A change as somebody may read it later who does not see the whole: references to what they do not see are blank. */
export function withoutHiddenRefs<S extends Shape>(model: Model<S>, view: Readable<S>, change: Change): Change {
  const collection = model.collections[change.in] as Collection;
  const refs = fieldsOf(collection).flatMap(([name, field]) => (field.kind === 'ref' || field.kind === 'refs' ? [[name, field.to] as const] : []));
  const blank = (fields: Fields): Fields => ({
    ...fields,
    ...Object.fromEntries(refs.flatMap(([name, to]) => (name in fields ? [[name, seen(fields[name]!, to)]] : []))),
  });
  const seen = (value: Value, to: string): Value => {
    const isSeen = (id: string) => view.find(to, id) !== undefined;
    if (Array.isArray(value)) return (value as readonly string[]).filter(isSeen);
    return value !== null && isSeen(value as string) ? value : null;
  };
  if (change.op !== 'update') return { ...change, record: blank(change.record as unknown as Fields) as unknown as Entity };
  const sets = Object.entries(change.sets ?? {}).map(([name, { add, remove }]) => {
    const to = refs.find(([ref]) => ref === name)?.[1];
    const some = (members: readonly string[]) => (to === undefined ? members : (seen(members, to) as readonly string[]));
    return [name, { add: some(add), remove: some(remove) }] as const;
  });
  return { ...change, from: blank(change.from), to: blank(change.to), ...(change.sets ? { sets: Object.fromEntries(sets) } : {}) };
}
