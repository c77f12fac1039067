import type { Collections } from '../collections.ts';
import { collections } from '../collections.ts';
import type { Change, Entity } from '../kernel/change.ts';
import type { Before } from '../kernel/workspace.ts';

/**
 * The records whose history tells of a change: the one that it is about, or the item that it is a part of, or the two that a link ties.
 * `record`: what is changed. Re-spread neighbours are not told, and what stays on the server is not either.
 */
export function subjectsOf(change: Change, record: Entity): string[] {
  const isHidden = 'serverOnly' in collections[change.in as keyof Collections];
  if (isHidden || (change.op === 'update' && change.respread)) return [];
  switch (change.in) {
    case 'criterion':
    case 'readyTick':
    case 'teamEstimate':
    case 'alias':
      return [(record as Collections['criterion' | 'readyTick' | 'teamEstimate' | 'alias']).item]; // it is in their collection
    case 'link': {
      const { from, to } = record as Collections['link']; // as above
      return [from, to];
    }
    default:
      return [record.id];
  }
}

/** Those of a whole entry, each once. `befores`: the records as they were before each change, in order. */
export function subjectsOfEntry(changes: readonly Change[], befores: readonly Before[]): string[] {
  const subjects = changes.flatMap((change, at) => subjectsOf(change, change.op === 'update' ? befores[at]!.record! : change.record));
  return [...new Set(subjects)];
}
