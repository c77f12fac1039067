import type { Entity } from './change.ts';
import { groupKey, type IndexOf } from './record-index.ts';
import type { Group } from './sorted-group.ts';
import { recordKey, type Readable, type Shape, type Workspace } from './workspace.ts';

/** A readable that notes what is looked at through it, so that a reading is run again only when that was touched. */
export class Tracked<S extends Shape> implements Readable<S> {
  readonly looked: Set<string>;
  readonly #under: Readable<S>;

  constructor(under: Readable<S>, looked = new Set<string>()) {
    this.#under = under;
    this.looked = looked;
  }

  find<C extends keyof S & string>(collection: C, id: string): S[C] | undefined {
    this.looked.add(recordKey(collection, id));
    return this.#under.find(collection, id);
  }

  get<C extends keyof S & string>(collection: C, id: string): S[C] {
    this.looked.add(recordKey(collection, id));
    return this.#under.get(collection, id);
  }

  list<R extends Entity>(index: IndexOf<R>, group: string): Group<R> {
    this.looked.add(groupKey(index, group));
    return this.#under.list(index, group);
  }

  placeOf<R extends Entity>(index: IndexOf<R>, group: string, record: R): number {
    this.looked.add(groupKey(index, group));
    return this.#under.placeOf(index, group, record);
  }

  all<C extends keyof S & string>(collection: C): Iterable<S[C]> {
    this.looked.add(wholeOf(collection));
    return this.#under.all(collection);
  }

  /** What is looked at in what would be hangs on the same records and groups of what is. */
  tried(act: (fork: Workspace<S>) => void): Tracked<S> {
    return new Tracked(this.#under.tried(act), this.looked);
  }

  /** Whether any of these touches is of something that was looked at. */
  isTouchedBy(touched: Iterable<string>): boolean {
    for (const key of touched) {
      if (this.looked.has(key)) return true;
      const slash = key.indexOf('/');
      if (slash > 0 && this.looked.has(wholeOf(key.slice(0, slash)))) return true;
    }
    return false;
  }
}

const wholeOf = (collection: string): string => `${collection}/*`;
