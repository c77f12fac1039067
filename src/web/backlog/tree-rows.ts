import type { OpenTree } from '../../domain/backlog/open-tree.ts';

/** A row of the tree as it is shown. */
export interface TreeRow {
  readonly id: string;
  /** From 1. */
  readonly level: number;
  readonly parent: string | null;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
}

/** What of a tree is shown: expanded ones with their children; with a filter, what it wants and everything above it, opened up. */
export function treeRows(tree: OpenTree, { expanded, wanted }: { expanded: ReadonlySet<string>; wanted: ReadonlySet<string> | null }): TreeRow[] {
  const rows: TreeRow[] = [];
  const leads = wanted === null ? null : leadingTo(tree, wanted);
  const walk = (parent: string | null, level: number) => {
    for (const id of tree.get(parent) ?? []) {
      if (leads && !leads.has(id) && !wanted?.has(id)) continue;
      const children = tree.get(id) ?? [];
      const isOpened = expanded.has(id) || (leads?.has(id) ?? false);
      rows.push({ id, level, parent, hasChildren: children.length > 0, isExpanded: children.length > 0 && isOpened });
      if (isOpened) walk(id, level + 1);
    }
  };
  walk(null, 1);
  return rows;
}

/** Everything that has something wanted below it. */
function leadingTo(tree: OpenTree, wanted: ReadonlySet<string>): Set<string> {
  const leads = new Set<string>();
  const holds = (id: string): boolean => {
    let found = false;
    for (const child of tree.get(id) ?? []) found = [holds(child), wanted.has(child)].some(Boolean) || found;
    if (found) leads.add(id);
    return found;
  };
  for (const id of tree.get(null) ?? []) holds(id);
  return leads;
}

/** Under what a row goes that is indented: the nearest row above it on its level that may hold it. Outdented: what its parent is under. Undefined: nowhere. */
export function indented(
  rows: readonly TreeRow[],
  id: string,
  { how, canHold }: { how: 'in' | 'out'; canHold: (parent: string) => boolean },
): string | null | undefined {
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  if (!row) return undefined;
  if (how === 'out') {
    if (row.parent === null) return undefined;
    return rows.find((other) => other.id === row.parent)?.parent;
  }
  for (let above = at - 1; above >= 0 && rows[above]!.level >= row.level; above--) {
    if (rows[above]!.level === row.level && canHold(rows[above]!.id)) return rows[above]!.id;
  }
  return undefined;
}

/** Where a row dropped at an edge of another one goes: under the same parent as its new neighbour; at the lower edge of an opened one, into it. */
export function droppedUnder(rows: readonly TreeRow[], { row: id, edge }: { row: string; edge: 'above' | 'below' }): string | null {
  const row = rows.find((other) => other.id === id);
  if (!row) return null;
  return edge === 'below' && row.isExpanded ? row.id : row.parent;
}
