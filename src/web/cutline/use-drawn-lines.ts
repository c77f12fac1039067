import { useLayoutEffect, useMemo, useState } from 'react';
import type { View } from '../../domain/collections.ts';
import { cutLines } from '../../domain/cutline/cut-line.ts';
import { ghostLine, type GhostLine } from '../../domain/cutline/ghost-line.ts';
import type { Planned } from '../../domain/cutline/ripple.ts';
import { useNow } from '../app/use-now.ts';
import { useLook, useShown } from '../store/hooks.ts';
import { LinesBoard } from './lines-board.ts';
import { useLikely, type Following } from './use-likely.ts';

export interface DrawnLines {
  /** Tells every row its own mark. */
  readonly board: LinesBoard;
  /** How the lines stand now. */
  readonly now: Planned;
  /** What is drawn: now, or what the drop would give. */
  readonly drawn: Planned;
  /** How likely all is, now and as it is drawn. */
  readonly likely: Following;
  /** Where there is no line yet. */
  readonly ghost: GhostLine | null;
}

/** The lines of a product; while something is dragged, of the workspace as the drop would leave it. `isWaiting`: what is dragged is elsewhere already, and `after` is still to come. */
export function useDrawnLines(product: string, after: View | null = null, isWaiting = false): DrawnLines {
  const at = useNow();
  const view = useShown();
  const lines = useLook((shown) => cutLines(shown, product, { now: at }), [product, at]);
  const ghost = useLook((shown) => ghostLine(shown, product, { now: at }), [product, at]);
  const [board] = useState(() => new LinesBoard());
  const now = useMemo(() => ({ view, lines }), [view, lines]);
  // When others change something meanwhile, what the drop would give is worked out anew.
  const drawn = useMemo(() => (after ? { view: after, lines: cutLines(after, product, { now: at }) } : now), [after, product, at, now]);
  const likely = useLikely(product, now, after ? drawn : null);
  const { drawn: shownLikely, isOld: isLikelyOld } = likely;
  const isOld = isLikelyOld || isWaiting;
  useLayoutEffect(() => board.draw({ ...drawn, likely: shownLikely, isLikelyOld: isOld }), [board, drawn, shownLikely, isOld]);
  return { board, now, drawn, likely, ghost };
}
