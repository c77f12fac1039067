import { recordAfter } from './record-after.ts';
import { idOf, type Change, type Entity } from './change.ts';
import type { Instant } from './day.ts';
import { PAUSE_AFTER, toEnd } from './pausing.ts';
import { RecordIndex, type IndexOf, type OnTouch, type Peek } from './record-index.ts';
import { SortedGroup, type Group } from './sorted-group.ts';

/** Names of collections and the record each holds: `{ item: Item; release: Release; … }`. */
export type Shape = Record<string, Entity>;

/** Records in the order of an index. */
export interface Lists {
  /** One group of an index, in its order. It is the live list: read it, don't keep it. */
  list<R extends Entity>(index: IndexOf<R>, group: string): Group<R>;
  /** How many records stand before this one in its group; where it would stand if it is not in one. */
  placeOf<R extends Entity>(index: IndexOf<R>, group: string, record: R): number;
}

/** What a reading and a verb may look at: the whole workspace, a fork of it or one member's view of it. */
export interface Readable<S extends Shape> extends Lists {
  /** The record, or undefined when there is none or the reader may not know of it. */
  find<C extends keyof S & string>(collection: C, id: string): S[C] | undefined;
  /** The record that must be there: a missing one is a fault of the program, not of the input. */
  get<C extends keyof S & string>(collection: C, id: string): S[C];
  /** Every record of a collection, in no order that means anything. */
  all<C extends keyof S & string>(collection: C): Iterable<S[C]>;
  /** What the reader would see once something was done, which is done to a fork: nothing here is touched. */
  tried(act: (fork: Workspace<S>) => void): Readable<S>;
}

/** What is stamped on the records that an entry touches. */
export interface Stamp {
  readonly seq: number;
  readonly at: Instant;
}

/** A record as it was before a change, to be put back. */
export interface Before {
  readonly in: string;
  readonly id: string;
  readonly record: Entity | undefined;
}

interface Changed {
  readonly collection: string;
  readonly id: string;
  readonly before: Entity | undefined;
  readonly after: Entity | undefined;
}

const EMPTY: Group<never> = new SortedGroup<never>();

/**
 * Everything one tenant has, in memory: records by id, and indexes that follow every change. The same class holds the authoritative
 * state on the server, a member's view of it in the browser, and any fork of either. Only `apply` and `restore` alter it.
 */
export class Workspace<S extends Shape> implements Readable<S> {
  readonly #indexes: readonly RecordIndex[];
  readonly #byDefinition: ReadonlyMap<IndexOf<never>, RecordIndex>;
  /** The indexes that look at records of a collection, in their order. */
  readonly #byCollection = new Map<string, readonly RecordIndex[]>();
  readonly #records = new Map<string, Map<string, Entity | null>>();
  readonly #parent: Workspace<S> | null;
  readonly #parentChanges: number;
  #changes = 0;
  /** Whether all indexes are made. A fork has what its parent has. */
  #isFilled = true;
  readonly #peek: Peek = { find: (collection, id) => this.#find(collection, id), list: (index, group) => this.list(index, group) };

  constructor(indexes: readonly IndexOf<never>[], parent: Workspace<S> | null = null) {
    this.#indexes = parent
      ? parent.#indexes.map((index) => new RecordIndex(index.definition, index))
      : indexes.map((index) => new RecordIndex(index as IndexOf<Entity>));
    this.#byDefinition = new Map(this.#indexes.map((index) => [index.definition as IndexOf<never>, index]));
    this.#parent = parent;
    this.#parentChanges = parent ? parent.#changes : 0;
  }

  /**
   * An overlay with the same interface whose cost is what differs: pending over confirmed, drag previews, what-ifs. The parent is never
   * touched; once the parent has changed, the fork is stale and says so.
   */
  fork(): Workspace<S> {
    return new Workspace<S>([], this);
  }

  tried(act: (fork: Workspace<S>) => void): Workspace<S> {
    const fork = this.fork();
    act(fork);
    return fork;
  }

  /** Becomes what a fork of it is. What differs is taken over, nothing is worked out again; the fork is over. */
  adopt(fork: Workspace<S>): void {
    fork.#assertFresh();
    if (fork.#parent !== this) throw new Error('only a fork of its own can be adopted');
    for (const [collection, differs] of fork.#records) {
      const records = this.#recordsOf(collection);
      for (const [id, record] of differs) {
        if (record || this.#parent) records.set(id, record);
        else records.delete(id);
      }
    }
    for (const [at, index] of this.#indexes.entries()) index.adopt(fork.#indexes[at]!);
    this.#changes++;
  }

  find<C extends keyof S & string>(collection: C, id: string): S[C] | undefined {
    return this.#find(collection, id) as S[C] | undefined;
  }

  get<C extends keyof S & string>(collection: C, id: string): S[C] {
    const record = this.find(collection, id);
    if (!record) throw new Error(`no ${collection} ${id}`);
    return record;
  }

  list<R extends Entity>(index: IndexOf<R>, group: string): Group<R> {
    this.#assertFresh();
    return (this.#index(index).group(group) as SortedGroup<R> | undefined) ?? EMPTY;
  }

  placeOf<R extends Entity>(index: IndexOf<R>, group: string, record: R): number {
    this.#assertFresh();
    return this.#index(index).group(group)?.placeOf(index.order(record), record.id) ?? 0;
  }

  *all<C extends keyof S & string>(collection: C): Generator<S[C]> {
    this.#assertFresh();
    const own = this.#records.get(collection);
    if (this.#parent) for (const record of this.#parent.all(collection)) if (!own?.has(record.id)) yield record;
    for (const record of own?.values() ?? []) if (record) yield record as S[C];
  }

  /** The names of an index's groups; some may be empty. */
  groupsOf(index: IndexOf<never>): string[] {
    return this.#index(index).groupNames();
  }

  /** Takes records at once into an empty workspace: for loading. */
  load(collections: Readonly<Record<string, Iterable<Entity>>>): void {
    toEnd(this.loading(collections));
  }

  /** Like {@link load}, with pauses. Until it is run to its end, nobody may look. */
  *loading(collections: Readonly<Record<string, Iterable<Entity>>>): Generator<void> {
    yield* this.#take(collections);
    for (const index of this.#indexes) {
      yield* index.fill();
      yield;
    }
    this.#isFilled = true;
  }

  /** Like {@link load}, with indexes that are made when they are first asked for: what a first screen does not look at costs it nothing. */
  loadLazily(collections: Readonly<Record<string, Iterable<Entity>>>): void {
    toEnd(this.#take(collections));
  }

  *#take(collections: Readonly<Record<string, Iterable<Entity>>>): Generator<void> {
    for (const [name, records] of Object.entries(collections)) {
      const byId = new Map<string, Entity>();
      for (const record of records) {
        byId.set(record.id, record);
        if (byId.size % PAUSE_AFTER === 0) yield;
      }
      this.#records.set(name, byId);
    }
    for (const index of this.#indexes) {
      const records = () => (this.#records.get(index.definition.in)?.values() ?? []) as Iterable<Entity>;
      index.fillLater(records, this.#peek);
    }
    this.#isFilled = false;
    this.#changes++;
  }

  /** Makes one index that nobody has asked for yet; false when there is none left. */
  fillNext(): boolean {
    const next = this.#indexes.find(({ isFilled }) => !isFilled);
    if (next) toEnd(next.fill());
    this.#isFilled = next === undefined;
    return next !== undefined;
  }

  /** Applies changes in order and gives the records as they were. A change whose `from` is not what is there throws, and nothing has changed. */
  apply(changes: readonly Change[], stamp: Stamp, onTouch: OnTouch = ignore): Before[] {
    const befores: Before[] = [];
    try {
      for (const change of changes) befores.push(this.#applyOne(change, stamp, onTouch));
    } catch (error) {
      this.restore(befores);
      throw error;
    }
    return befores;
  }

  /** Puts records back as they were, newest first, stamps included. */
  restore(befores: readonly Before[], onTouch: OnTouch = ignore): void {
    for (const before of befores.toReversed()) this.#set(before, onTouch);
  }

  #applyOne(change: Change, stamp: Stamp, onTouch: OnTouch): Before {
    const id = idOf(change);
    const before = this.#find(change.in, id);
    const after = recordAfter(change, before, stamp);
    this.#set({ in: change.in, id, record: after }, onTouch);
    return { in: change.in, id, record: before };
  }

  /** Makes a record what it shall be; undefined removes it. */
  #set({ in: collection, id, record: after }: Before, onTouch: OnTouch): void {
    this.#assertFresh();
    const records = this.#recordsOf(collection);
    const before = this.#find(collection, id);
    // An index that is made later, even while the others take this in, takes what is there then.
    const looking = this.#lookingAt(collection);
    const filled = this.#isFilled ? looking : looking.filter(({ isFilled }) => isFilled);
    if (after) records.set(id, after);
    else if (this.#parent) records.set(id, null);
    else records.delete(id);
    this.#changes++;
    onTouch(`${collection}/${id}`);
    for (const index of filled) this.#followOne(index, { collection, id, before, after }, onTouch);
  }

  #recordsOf(collection: string): Map<string, Entity | null> {
    let records = this.#records.get(collection);
    if (!records) this.#records.set(collection, (records = new Map()));
    return records;
  }

  #lookingAt(collection: string): readonly RecordIndex[] {
    let indexes = this.#byCollection.get(collection);
    if (!indexes) {
      indexes = this.#indexes.filter(({ definition }) => definition.in === collection || definition.follows?.[collection] !== undefined);
      this.#byCollection.set(collection, indexes);
    }
    return indexes;
  }

  #followOne(index: RecordIndex, changed: Changed, onTouch: OnTouch): void {
    if (index.definition.in === changed.collection) index.place({ id: changed.id, was: changed.before, record: changed.after }, this.#peek, onTouch);
    const follow = index.definition.follows?.[changed.collection] as ((record: Entity, peek: Peek) => Iterable<string>) | undefined;
    if (!follow) return;
    const others = new Set<string>();
    if (changed.before) for (const id of follow(changed.before, this.#peek)) others.add(id);
    if (changed.after) for (const id of follow(changed.after, this.#peek)) others.add(id);
    for (const id of others) {
      const record = this.#find(index.definition.in, id);
      if (record) index.place({ id, was: record, record }, this.#peek, onTouch);
    }
  }

  #find(collection: string, id: string): Entity | undefined {
    this.#assertFresh();
    const own = this.#records.get(collection)?.get(id);
    if (own !== undefined) return own ?? undefined;
    return this.#parent ? this.#parent.#find(collection, id) : undefined;
  }

  #index(index: IndexOf<never>): RecordIndex {
    const live = this.#byDefinition.get(index);
    if (!live) throw new Error(`the index ${index.name} is not registered`);
    return live;
  }

  /** Whether what this fork was made from has changed since, so that it can't be read any more. */
  get isStale(): boolean {
    return this.#parent !== null && (this.#parent.#changes !== this.#parentChanges || this.#parent.isStale);
  }

  #assertFresh(): void {
    if (!this.#parent) return;
    if (this.#parent.#changes !== this.#parentChanges) throw new Error('this fork is stale: what it was made from has changed');
    this.#parent.#assertFresh();
  }
}

/** What was touched, as it is told to readings. */
export const recordKey = (collection: string, id: string): string => `${collection}/${id}`;

const ignore: OnTouch = () => {};
