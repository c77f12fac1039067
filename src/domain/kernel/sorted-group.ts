import { byCodeUnit, type Entity } from './change.ts';
import { sorted } from './pausing.ts';
import { OrderMark } from './order-mark.ts';

/** Records in an order, read by place. It is the live list: read it, don't keep it. */
export interface Group<R extends Entity> extends Iterable<R> {
  readonly length: number;
  /** The record at a place counted from 0. */
  at(place: number): R | undefined;
  /** The records from a place on. */
  from(place: number): Iterable<R>;
  /** Their ids in order: the same array as long as none was put in, taken out or moved. */
  readonly ids: readonly string[];
  /** Another text whenever one was put in, taken out or moved: a group and its copies have the same mark where they hold the same in the same order. */
  readonly mark: string;
}

/** A record with the key that it is sorted by, kept together so that the order of the group can be followed without asking again. */
interface Slot<R> {
  readonly key: string;
  readonly record: R;
}

/** One id put in at a place, or taken out there. */
interface Edit {
  readonly at: number;
  readonly id: string | null;
}

const CHUNK = 512;
const MOST_EDITS = 64;

/**
 * A sorted list in chunks: finding, putting and taking cost O(log n + chunk), also at 100,000 records, where one array would move
 * 800 KB for each. A copy shares the chunks and copies one when it writes to it.
 */
export class SortedGroup<R extends Entity> implements Group<R> {
  #chunks: Slot<R>[][] = [];
  /** The chunks that a copy shares with what it was made from; null where nothing is shared. */
  #borrowed: Set<Slot<R>[]> | null = null;
  #length = 0;
  /** The ids as they were when they were last asked for, and what was put in or taken out since. */
  #ids: readonly string[] | null = null;
  #edits: Edit[] = [];
  #mark = OrderMark.begin();

  get mark(): string {
    return this.#mark.toString();
  }

  get ids(): readonly string[] {
    if (!this.#ids) {
      const ids: string[] = [];
      for (const chunk of this.#chunks) for (const { record } of chunk) ids.push(record.id);
      this.#ids = ids;
    } else if (this.#edits.length > 0) {
      const ids = this.#ids.slice();
      for (const { at, id } of this.#edits) ids.splice(at, id === null ? 1 : 0, ...(id === null ? [] : [id]));
      this.#ids = ids;
    }
    this.#edits = [];
    return this.#ids;
  }

  get length(): number {
    return this.#length;
  }

  copy(): SortedGroup<R> {
    const copy = new SortedGroup<R>();
    copy.#chunks = this.#chunks.slice();
    copy.#borrowed = new Set(this.#chunks);
    copy.#length = this.#length;
    copy.#ids = this.#ids;
    copy.#edits = this.#edits.slice();
    copy.#mark = this.#mark.copy();
    return copy;
  }

  /** What it was made from is over: the chunks that both had are its own now. */
  keepAll(): void {
    this.#borrowed = null;
  }

  /** Takes records in any order at once: for loading. Pauses now and then. */
  *fill(slots: readonly Slot<R>[]): Generator<void> {
    const inOrder = yield* sorted(slots, bySlot);
    for (let start = 0; start < inOrder.length; start += CHUNK) this.#chunks.push(inOrder.slice(start, start + CHUNK));
    this.#length = inOrder.length;
    this.#ids = null;
    this.#mark = OrderMark.begin();
  }

  at(place: number): R | undefined {
    let rest = place;
    for (const chunk of this.#chunks) {
      if (rest < chunk.length) return chunk[rest]?.record;
      rest -= chunk.length;
    }
    return undefined;
  }

  *from(place: number): Generator<R> {
    let rest = place;
    for (const chunk of this.#chunks) {
      for (let at = rest; at < chunk.length; at++) yield chunk[at]!.record;
      rest = Math.max(0, rest - chunk.length);
    }
  }

  [Symbol.iterator](): Iterator<R> {
    return this.from(0);
  }

  /** How many records stand before this key and id. */
  placeOf(key: string, id: string): number {
    const at = this.#chunkOf(key, id);
    let before = 0;
    for (let i = 0; i < at; i++) before += this.#chunks[i]!.length;
    return before + (this.#chunks[at] ? placeIn(this.#chunks[at], key, id) : 0);
  }

  put(key: string, record: R): void {
    const at = Math.min(this.#chunkOf(key, record.id), Math.max(0, this.#chunks.length - 1));
    const chunk = this.#own(at);
    const place = placeIn(chunk, key, record.id);
    chunk.splice(place, 0, { key, record });
    this.#length++;
    this.#mark.put(key, record.id);
    this.#edited(at, place, record.id);
    if (chunk.length > CHUNK * 2) this.#split(at);
  }

  replace(key: string, record: R): void {
    const chunk = this.#own(this.#chunkOf(key, record.id));
    chunk[this.#mustFind(chunk, key, record.id)] = { key, record };
  }

  take(key: string, id: string): void {
    const at = this.#chunkOf(key, id);
    const chunk = this.#own(at);
    const place = this.#mustFind(chunk, key, id);
    chunk.splice(place, 1);
    this.#length--;
    this.#mark.take(key, id);
    this.#edited(at, place, null);
    if (chunk.length === 0) this.#chunks.splice(at, 1);
  }

  /** Remembers an edit for {@link ids}, which is quicker than to gather them again; many edits are not. */
  #edited(chunk: number, place: number, id: string | null): void {
    if (!this.#ids) return;
    let at = place;
    for (let before = 0; before < chunk; before++) at += this.#chunks[before]!.length;
    this.#edits.push({ at, id });
    if (this.#edits.length <= MOST_EDITS) return;
    this.#ids = null;
    this.#edits = [];
  }

  #mustFind(chunk: readonly Slot<R>[], key: string, id: string): number {
    const at = placeIn(chunk, key, id);
    if (chunk[at]?.record.id !== id) throw new Error(`an index lost ${id}`);
    return at;
  }

  /** The chunk that holds the place of this key and id; one past the last chunk when it is after everything. */
  #chunkOf(key: string, id: string): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const last = this.#chunks[middle]!.at(-1)!;
      if (isBefore(last, key, id)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #own(at: number): Slot<R>[] {
    const chunk = this.#chunks[at];
    if (chunk && !this.#borrowed?.has(chunk)) return chunk;
    return (this.#chunks[at] = chunk?.slice() ?? []);
  }

  #split(at: number): void {
    const chunk = this.#chunks[at]!;
    this.#chunks.splice(at + 1, 0, chunk.splice(chunk.length >>> 1));
  }
}

function placeIn<R extends Entity>(chunk: readonly Slot<R>[], key: string, id: string): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(chunk[middle]!, key, id)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isBefore = (slot: Slot<Entity>, key: string, id: string) => slot.key < key || (slot.key === key && slot.record.id < id);
const bySlot = (a: Slot<Entity>, b: Slot<Entity>) => byCodeUnit(a.key, b.key) || byCodeUnit(a.record.id, b.record.id);
