import { createContext, use, useState, useSyncExternalStore } from 'react';
import type { PlacedLine } from '../backlog/row-order.ts';

/** A date line as it is drawn. */
export interface DateRow extends PlacedLine {
  /** What stands in its tab: the quarter, the name that somebody gave it, else its date. */
  readonly name: string;
  readonly says: string;
  /** The name uncut and the whole date, for hover. */
  readonly whole: string;
  /** The line that was set by hand; null: the end of a quarter. */
  readonly dateLine: string | null;
  readonly taken: readonly string[];
}

/** Holds the date lines for the list and their rows: each row is drawn again only when what it says has changed, the list when one stands elsewhere. */
export class DateBoard {
  #rows: readonly DateRow[] = [];
  #places: readonly PlacedLine[] = [];
  readonly #watchers = new Set<() => void>();

  draw(rows: readonly DateRow[]): void {
    this.#rows = rows;
    const places = rows.map(({ id, after }) => ({ id, after }));
    if (JSON.stringify(places) !== JSON.stringify(this.#places)) this.#places = places;
    for (const watcher of this.#watchers) watcher();
  }

  places = (): readonly PlacedLine[] => this.#places;

  find = (id: string): DateRow | undefined => this.#rows.find((row) => row.id === id);

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}

export const DatesContext = createContext(new DateBoard());

/** A board of a list, with where its lines stand. */
export function useDateBoard(): { readonly board: DateBoard; readonly places: readonly PlacedLine[] } {
  const [board] = useState(() => new DateBoard());
  return { board, places: useSyncExternalStore(board.subscribe, board.places) };
}

/** Something that a row needs to know of its date line, as a text that is compared; empty: it is drawn no more. */
export function useDateRow(id: string, of: (row: DateRow) => string): string {
  const board = use(DatesContext);
  return useSyncExternalStore(board.subscribe, () => {
    const row = board.find(id);
    return row ? of(row) : '';
  });
}
