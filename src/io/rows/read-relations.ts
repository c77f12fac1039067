import type { LinkName, ParentName } from './draft-item.ts';
import type { RowContext } from './row-context.ts';
import { readList } from '../values/list.ts';

/** Every way in which a row names its parent, the most trustworthy first. */
export function readParents(row: RowContext): ParentName[] {
  const parents = ['parentKey', 'parent', 'epic'] as const;
  return parents.flatMap((target) => row.all(target).map((cell) => ({ name: cell.trim(), isEpic: target === 'epic', column: row.column(target) })));
}

/** The other rows that a row names: in Jira one a cell, elsewhere a list of keys or ids. */
export function readLinks(row: RowContext): LinkName[] {
  return LINKS.flatMap(({ target, type, isFrom }) =>
    row.all(target).flatMap((cell) => readList(cell).map((other) => ({ type, other, isFrom, column: row.column(target) }))),
  );
}

const LINKS = [
  { target: 'blocks', type: 'blocks', isFrom: true },
  { target: 'blockedBy', type: 'blocks', isFrom: false },
  { target: 'relates', type: 'relates', isFrom: true },
  { target: 'duplicates', type: 'duplicates', isFrom: true },
  { target: 'duplicatedBy', type: 'duplicates', isFrom: false },
] as const;

export const LINK_TARGETS = LINKS.map(({ target }) => target);
