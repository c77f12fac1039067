import type { Collections } from '../../domain/collections.ts';
import type { Readable } from '../../domain/kernel/workspace.ts';

/** One object that always answers with what is shown when it is asked. */
export function shownView(shown: () => Readable<Collections>): Readable<Collections> {
  return {
    find: (collection, id) => shown().find(collection, id),
    get: (collection, id) => shown().get(collection, id),
    list: (index, group) => shown().list(index, group),
    placeOf: (index, group, record) => shown().placeOf(index, group, record),
    all: (collection) => shown().all(collection),
    tried: (act) => shown().tried(act),
  };
}
