import { collections, type Collections } from '../../src/domain/collections.ts';
import type { Entity } from '../../src/domain/kernel/change.ts';
import type { IndexOf } from '../../src/domain/kernel/record-index.ts';
import type { Workspace } from '../../src/domain/kernel/workspace.ts';
import { emptyWorkspace, model } from '../../src/domain/model.ts';

/** Every record of a workspace by collection and id, stamps included: two workspaces are alike when their dumps are. */
export function dump(workspace: Workspace<Collections>): Record<string, Record<string, Entity>> {
  return Object.fromEntries(
    namesOfCollections.map((name) => [
      name,
      Object.fromEntries([...workspace.all(name)].sort((a, b) => (a.id < b.id ? -1 : 1)).map((record) => [record.id, record])),
    ]),
  );
}

export const namesOfCollections = Object.keys(collections) as (keyof Collections)[];

/** Every group of every index, by the ids in it; empty groups left out. */
export function dumpIndexes(workspace: Workspace<Collections>): Record<string, Record<string, string[]>> {
  return Object.fromEntries(model.indexes.map((index) => [index.name, groupsOf(workspace, index)]));
}

function groupsOf(workspace: Workspace<Collections>, index: IndexOf<never>): Record<string, string[]> {
  const groups = workspace
    .groupsOf(index)
    .sort()
    .map((group) => [group, Array.from(workspace.list(index, group) as Iterable<Entity>, ({ id }) => id)] as const);
  return Object.fromEntries(groups.filter(([, ids]) => ids.length > 0));
}

/** The same records in a workspace that was never anything else: its indexes are made at once. */
export function loadedAfresh(workspace: Workspace<Collections>): Workspace<Collections> {
  const fresh = emptyWorkspace();
  fresh.load(Object.fromEntries(namesOfCollections.map((name) => [name, [...workspace.all(name)]])));
  return fresh;
}
