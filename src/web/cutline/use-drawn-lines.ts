import { useLayoutEffect, useMemo, useState } from 'react';
import type { View } from '../../domain/collections.ts';
import { shownChances } from '../../domain/cutline/chances.ts';
import { cutLines } from '../../domain/cutline/cut-line.ts';
import { ghostLine, type GhostLine } from '../../domain/cutline/ghost-line.ts';
import type { Planned } from '../../domain/cutline/ripple.ts';
import { useNow } from '../app/use-now.ts';
import { useLook, useMay, useShown } from '../store/hooks.ts';
import { LinesBoard } from './lines-board.ts';

export interface DrawnLines {
  /** Tells every row its own mark. */
  readonly board: LinesBoard;
  /** How the lines stand now. */
  readonly now: Planned;
  /** What is drawn: now, or what the drop would give. */
  readonly drawn: Planned;
  /** Where there is no line yet. */
  readonly ghost: GhostLine | null;
}

/** The lines of a product; while something is dragged, of the workspace as the drop would leave it. */
export function useDrawnLines(product: string, after: View | null = null): DrawnLines {
  const at = useNow();
  const view = useShown();
  const lines = useLook((shown) => cutLines(shown, product, { now: at }), [product, at]);
  const ghost = useLook((shown) => ghostLine(shown, product, { now: at }), [product, at]);
  const [board] = useState(() => new LinesBoard());
  const now = useMemo(() => ({ view, lines }), [view, lines]);
  // When others change something meanwhile, what the drop would give is worked out anew.
  const drawn = useMemo(() => (after ? { view: after, lines: cutLines(after, product, { now: at }) } : now), [after, product, at, now]);
  const mayForecast = useMay('see-forecasts', { in: 'product', id: product });
  const chancesNow = useLook((shown) => (mayForecast ? chancesOf({ view: shown, lines }) : NONE), [mayForecast, lines]);
  const chances = useMemo(() => (after && mayForecast ? chancesOf(drawn) : chancesNow), [after, mayForecast, drawn, chancesNow]);
  useLayoutEffect(() => board.draw({ ...drawn, chances }), [board, drawn, chances]);
  return { board, now, drawn, ghost };
}

const NONE = {};

const chancesOf = ({ view, lines }: Planned) => Object.fromEntries(shownChances(view, lines));
