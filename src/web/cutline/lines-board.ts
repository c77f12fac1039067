import { createContext, use, useSyncExternalStore } from 'react';
import type { View } from '../../domain/collections.ts';
import type { Likely } from '../../domain/cutline/likely.ts';
import type { Lines } from '../../domain/cutline/line.ts';

/** The lines as they are drawn: of what is shown, or, while something is dragged, of what the drop would give. */
export interface Drawn {
  readonly view: View;
  readonly lines: Lines;
  readonly likely: Likely;
  /** The chances are still those of a moment ago: what is dragged has not been reckoned with yet. */
  readonly isLikelyOld: boolean;
}

/**
 * Holds the drawn lines for the rows. Every row asks it for its own mark and is drawn again only when that has changed: a move far above
 * does not draw a list anew.
 */
export class LinesBoard {
  #drawn: Drawn | null = null;
  readonly #watchers = new Set<() => void>();

  draw(drawn: Drawn): void {
    this.#drawn = drawn;
    for (const watcher of this.#watchers) watcher();
  }

  drawn = (): Drawn | null => this.#drawn;

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}

export const LinesContext = createContext<LinesBoard>(new LinesBoard());

/** What a row needs to know of the lines, as a text that is compared: a row is drawn again when it differs. */
export function useDrawn(of: (drawn: Drawn) => string): string {
  const board = use(LinesContext);
  return useSyncExternalStore(board.subscribe, () => {
    const drawn = board.drawn();
    return drawn ? of(drawn) : '';
  });
}
