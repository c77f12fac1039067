import { same, idOf, type Change, type Entity, type Fields, type Value } from './change.ts';
import type { Collection } from './field.ts';
import { emptyWorkspace, type Access, type Model, type RecordName } from './model.ts';
import type { Before, Readable, Shape, Workspace } from './workspace.ts';

/**
 * The changes that an entry makes to what somebody sees: an update may become a create or a remove, and records that depend on a changed
 * one follow it. `before` and `after` are the workspace around the entry. Nobody receives what they may not see.
 */
export function project<S extends Shape>(
  model: Model<S>,
  access: Access,
  { before, after, changes }: { before: Readable<S>; after: Readable<S>; changes: readonly Change[] },
): Change[] {
  if (access.whole) return changes.filter((change) => !model.collections[change.in]!.serverOnly);
  const seen = new Set<string>();
  const projected: Change[] = [];
  const place = new Map(Object.keys(model.collections).map((name, at) => [name, at]));
  for (const change of changes) {
    const names: RecordName[] = [{ in: change.in, id: idOf(change) }, ...model.dependants(before, change), ...model.dependants(after, change)];
    for (const name of names) {
      const key = `${name.in}/${name.id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const made = difference(name, model.visible(before, access, name), model.visible(after, access, name));
      if (made) projected.push(made);
    }
  }
  return projected.sort((a, b) => orderOf(a, place) - orderOf(b, place));
}

/** First what is made, each after what it refers to; then what changes; last what goes, each before what it refers to. */
function orderOf({ op, in: collection }: Change, place: ReadonlyMap<string, number>): number {
  const at = place.get(collection)! + 1;
  return op === 'create' ? at - place.size - 1 : op === 'remove' ? place.size + 1 - at : 0;
}

function difference(name: RecordName, before: Entity | undefined, after: Entity | undefined): Change | undefined {
  if (!before && !after) return undefined;
  if (!before) return { op: 'create', in: name.in, record: after!, stamp: stampOf(after!) };
  if (!after) return { op: 'remove', in: name.in, record: before };
  const from: Record<string, Value> = {};
  const to: Record<string, Value> = {};
  for (const [field, value] of Object.entries(after as unknown as Fields)) {
    const old = (before as unknown as Fields)[field] ?? null;
    if (field === 'version' || field === 'touchedAt' || same(old, value)) continue;
    from[field] = old;
    to[field] = value;
  }
  return Object.keys(to).length > 0 || before.version !== after.version || before.touchedAt !== after.touchedAt
    ? { op: 'update', in: name.in, id: name.id, from, to, stamp: stampOf(after) }
    : undefined;
}

const stampOf = ({ version, touchedAt }: Entity) => ({ ...(version === undefined ? {} : { version }), ...(touchedAt === undefined ? {} : { touchedAt }) });

/** The workspace as it was before an entry whose records before it are at hand. Stale as soon as the workspace changes. */
export function beforeOf<S extends Shape>(workspace: Workspace<S>, befores: readonly Before[]): Workspace<S> {
  const fork = workspace.fork();
  fork.restore(befores);
  return fork;
}

/** Everything that somebody sees, as a workspace of its own: for those who do not see the whole. */
export function viewOf<S extends Shape>(model: Model<S>, workspace: Workspace<S>, access: Access): Workspace<S> {
  const records = new Map(Object.values<{ name: string }>(model.collections).map(({ name }) => [name, new Map<string, Entity>()]));
  for (const collection of Object.values<Collection>(model.collections)) {
    if (collection.serverOnly) continue;
    for (const record of workspace.all(collection.name)) {
      for (const name of [{ in: collection.name, id: record.id }, ...model.dependants(workspace, { op: 'create', in: collection.name, record })]) {
        const seen = model.visible(workspace, access, name);
        if (seen) records.get(name.in)!.set(name.id, seen);
      }
    }
  }
  const view = emptyWorkspace(model);
  view.load(Object.fromEntries(Array.from(records, ([name, seen]) => [name, seen.values()])));
  return view;
}
