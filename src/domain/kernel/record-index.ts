import type { Entity } from './change.ts';
import { PAUSE_AFTER, toEnd } from './pausing.ts';
import { SortedGroup, type Group } from './sorted-group.ts';

/** What an index may look at besides the record itself. */
export interface Peek {
  find(collection: string, id: string): Entity | undefined;
  list<R extends Entity>(index: IndexOf<R>, group: string): Group<R>;
}

/** Records of a collection in groups, each group in an order, e.g. a product's items by rank. */
export interface IndexOf<R extends Entity> {
  readonly name: string;
  readonly in: string;
  /** Null: the record is in no group. */
  readonly group: (record: R, peek: Peek) => string | null;
  /** Compared by code unit; ties are broken by id, so that the order is the same everywhere. */
  readonly order: (record: R) => string;
  /**
   * Other records whose change may move a record of this index: for each such collection, the ids in this index to look at again when a
   * record there was made, changed or removed. Indexes are asked in the order in which they are registered, so an index may peek at earlier ones.
   * An index without this looks at the record only: where such a record stood is known from the record as it was.
   */
  readonly follows?: Readonly<Record<string, (changed: never, peek: Peek) => Iterable<string>>>;
}

interface Standing {
  readonly group: string;
  readonly key: string;
}

interface Placing {
  readonly id: string;
  readonly was: Entity | undefined;
  readonly record: Entity | undefined;
}

/** Tells which groups of which index a change has touched. */
export type OnTouch = (touched: string) => void;

export const groupKey = (index: IndexOf<never>, group: string): string => `${index.name}:${group}`;

/** One {@link IndexOf} kept up to date as records change. A copy shares its groups until it writes to them. */
export class RecordIndex {
  readonly definition: IndexOf<Entity>;
  readonly #parent: RecordIndex | null;
  readonly #groups = new Map<string, SortedGroup<Entity>>();
  #filling: (() => Generator<void>) | null = null;
  /**
   * In which group each record of an index that follows others stands now: what those others were before is gone when it must be taken out.
   * Null: taken out in a copy. Empty in all other indexes, which spares most of the time and memory of loading.
   */
  readonly #standing = new Map<string, string | null>();

  constructor(definition: IndexOf<Entity>, parent: RecordIndex | null = null) {
    this.definition = definition;
    this.#parent = parent;
  }

  group(name: string): SortedGroup<Entity> | undefined {
    if (this.#filling) toEnd(this.fill());
    return this.#groups.get(name) ?? this.#parent?.group(name);
  }

  groupNames(): string[] {
    if (this.#filling) toEnd(this.fill());
    return [...new Set([...(this.#parent?.groupNames() ?? []), ...this.#groups.keys()])];
  }

  /** Puts the record where it belongs now. `was`: the record before, `record` the one after; undefined where there is none. */
  place({ id, was, record }: Placing, peek: Peek, onTouch: OnTouch): void {
    const before = this.definition.follows ? this.#whereStood(id, was) : this.#wherePut(was, peek);
    const { group, key } = this.#wherePut(record, peek) ?? { group: null, key: '' };
    if (before && group === before.group && key === before.key) this.#own(group).replace(key, record!);
    else {
      if (before) this.#own(before.group).take(before.key, id);
      if (group !== null) this.#own(group).put(key, record!);
      if (this.definition.follows) this.#standing.set(id, group);
      if (before && before.group !== group) onTouch(groupKey(this.definition, before.group));
    }
    if (group !== null) onTouch(groupKey(this.definition, group));
  }

  /** Takes over what differs in a copy of it that is over. */
  adopt(copy: RecordIndex): void {
    for (const [name, group] of copy.#groups) {
      if (!this.#parent) group.keepAll();
      this.#groups.set(name, group);
    }
    for (const [id, standing] of copy.#standing) {
      if (standing || this.#parent) this.#standing.set(id, standing);
      else this.#standing.delete(id);
    }
  }

  /** Whether it has been filled; a copy is as full as what it was made from. */
  get isFilled(): boolean {
    return this.#filling === null;
  }

  /** Takes all records when it is first asked for: for loading. Until then no change needs to be put in, because it takes what is there then. */
  fillLater(records: () => Iterable<Entity>, peek: Peek): void {
    this.#filling = () => this.#fillWith(records(), peek);
  }

  /** Takes its records now, if it has not yet. Pauses now and then; until it is run to its end, nobody may look. */
  *fill(): Generator<void> {
    const filling = this.#filling;
    this.#filling = null;
    if (filling) yield* filling();
  }

  *#fillWith(records: Iterable<Entity>, peek: Peek): Generator<void> {
    const slots = new Map<string, { key: string; record: Entity }[]>();
    let count = 0;
    for (const record of records) {
      if (++count % PAUSE_AFTER === 0) yield;
      const group = this.definition.group(record, peek);
      if (group === null) continue;
      const key = this.definition.order(record);
      const list = slots.get(group);
      if (list) list.push({ key, record });
      else slots.set(group, [{ key, record }]);
      if (this.definition.follows) this.#standing.set(record.id, group);
    }
    for (const [group, list] of slots) yield* this.#own(group).fill(list);
  }

  /** Its group is known from before; its key is told by the record as it was, of which alone an order is made. */
  #whereStood(id: string, was: Entity | undefined): Standing | undefined {
    const group = was ? this.#standingOf(id) : null;
    return was && group !== null ? { group, key: this.definition.order(was) } : undefined;
  }

  #standingOf(id: string): string | null {
    if (this.#filling) toEnd(this.fill());
    const own = this.#standing.get(id);
    if (own !== undefined) return own;
    return this.#parent ? this.#parent.#standingOf(id) : null;
  }

  #wherePut(record: Entity | undefined, peek: Peek): Standing | undefined {
    const group = record ? this.definition.group(record, peek) : null;
    return record && group !== null ? { group, key: this.definition.order(record) } : undefined;
  }

  #own(name: string): SortedGroup<Entity> {
    let group = this.#groups.get(name);
    if (!group) this.#groups.set(name, (group = this.#parent?.group(name)?.copy() ?? new SortedGroup()));
    return group;
  }
}
