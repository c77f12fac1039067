import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { View } from '../../domain/collections.ts';
import { useNow } from '../app/use-now.ts';
import { useFork, useLook } from '../store/hooks.ts';
import { dateRows, drawingDates } from './date-rows.ts';
import type { DateBoard } from './date-board.ts';

export interface DateLinesProps {
  readonly product: string;
  readonly quarters: boolean;
  /** The workspace as a drop would leave it; null: nothing is dragged. */
  readonly after: View | null;
  readonly board: DateBoard;
}

/** So long at most nothing else gets its turn. */
const SLICE_MS = 6;

/** Works out the date lines of a list beside its other lines, and gives them to its board. Draws nothing itself. */
export function DateLines({ product, quarters, after, board }: DateLinesProps) {
  const now = useNow();
  const fork = useFork();
  const [drawn, setDrawn] = useState(0);
  const rows = useLook((view) => dateRows(view, { product, quarters, now }), [product, quarters, now, drawn]);
  const dropped = useMemo(() => after && dateRows(after, { product, quarters, now }), [after, product, quarters, now]);
  const isWaiting = rows === null;
  useEffect(() => {
    if (!isWaiting) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let steps: Generator<void, void> | undefined;
    const go = () => {
      steps ??= drawingDates(fork(), { product, quarters, now });
      const end = performance.now() + SLICE_MS;
      let step = steps.next();
      while (!step.done && performance.now() < end) step = steps.next();
      if (step.done) setDrawn((before) => before + 1);
      else timer = setTimeout(go);
    };
    timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [isWaiting, drawn, fork, product, quarters, now]);
  const shown = dropped ?? rows;
  useLayoutEffect(() => {
    if (shown) board.draw(shown); // what was drawn stands until the new ones are there
  }, [board, shown]);
  useLayoutEffect(() => () => board.draw([]), [board, product]);
  return null;
}
