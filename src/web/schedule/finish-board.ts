import { createContext, use, useSyncExternalStore } from 'react';

/** What the Finish column shows of a row. */
export interface Finish {
  readonly text: string;
  readonly tip: string;
  /** Counted by a pace that somebody set, because there is too little history. */
  readonly isAssumed: boolean;
  /** Something has changed, and the new day is not there yet. */
  readonly isOld: boolean;
}

type Lookup = (row: string) => Finish | null;

/** Holds the finish days for the rows: each asks for its own and is drawn again only when that has changed. */
export class FinishBoard {
  #finishOf: Lookup = () => null;
  readonly #watchers = new Set<() => void>();

  draw(finishOf: Lookup): void {
    this.#finishOf = finishOf;
    for (const watcher of this.#watchers) watcher();
  }

  finishOf: Lookup = (row) => this.#finishOf(row);

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}

/** Null: here nobody is told. */
export const FinishContext = createContext<FinishBoard | null>(null);

/** When a row is likely finished; null: nobody can say, or not yet. */
export function useFinish(row: string): Finish | null {
  const board = use(FinishContext);
  const told = useSyncExternalStore(board?.subscribe ?? notAtAll, () => {
    const finish = board?.finishOf(row);
    return finish ? JSON.stringify(finish) : '';
  });
  return told === '' ? null : (JSON.parse(told) as Finish);
}

const notAtAll = () => () => {};
