import type { ItemType } from '../../domain/backlog/item-type.ts';
import { typeOfName } from '../names/item-type-of.ts';

/** A type of the file, what it is proposed to become, and a sentence where that is not what its name says. */
export interface TypeFound {
  readonly from: string;
  readonly rows: number;
  readonly type: ItemType;
  readonly isKnown: boolean;
  readonly why: string | null;
}

/**
 * What each type of a file is proposed to become. Tasks live in their story and have no place in the backlog, so sub-tasks of a file that names
 * no parents come as chores.
 */
export function proposeTypes(types: ReadonlyMap<string, number>, namesParents: boolean): TypeFound[] {
  return Array.from(types, ([from, rows]) => {
    const known = typeOfName(from);
    if (known === 'task' && !namesParents)
      return { from, rows, type: 'chore' as const, isKnown: true, why: 'The file names no parents, and a task without one would stand nowhere.' };
    return { from, rows, type: known ?? 'story', isKnown: known !== null, why: known ? null : 'Its name is not known.' };
  });
}
