import type { Item } from '../backlog/item.ts';
import { isAbove } from '../backlog/is-above.ts';

/** A row, and from which stream it came. */
export interface Head {
  readonly part: string;
  readonly row: Item;
}

interface Stream {
  readonly part: string;
  readonly rows: Iterator<Item>;
  head: Item;
}

/** Several streams of rows, each best first, as one. The stream whose next row ranks highest stands last, where it is taken from and put back cheaply. */
export class MergedRows {
  readonly #streams: Stream[] = [];

  constructor(streams: readonly { readonly part: string; readonly rows: Iterator<Item> }[]) {
    for (const { part, rows } of streams) {
      const next = rows.next();
      if (!next.done) this.#insert({ part, rows, head: next.value });
    }
  }

  /** The highest row that is left, of those streams whose part is still asked for. */
  best(asked: { has(part: string): boolean }): Head | null {
    for (let stream = this.#streams.at(-1); stream; stream = this.#streams.at(-1)) {
      if (asked.has(stream.part)) return { part: stream.part, row: stream.head };
      this.#streams.pop();
    }
    return null;
  }

  /** Goes on behind the best row. */
  advance(): void {
    const stream = this.#streams.pop()!;
    const next = stream.rows.next();
    if (!next.done) this.#insert({ ...stream, head: next.value });
  }

  #insert(stream: Stream): void {
    let low = 0;
    let high = this.#streams.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isAbove(stream.head, this.#streams[middle]!.head)) low = middle + 1;
      else high = middle;
    }
    this.#streams.splice(low, 0, stream);
  }
}
