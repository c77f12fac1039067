import { useLayoutEffect } from 'react';
import { finishOf } from './finish-words.ts';
import type { FinishBoard } from './finish-board.ts';
import { useSchedule } from './use-schedule.ts';

/** Tells the rows of a list when they are finished. Draws nothing itself. */
export function FinishDays({ product, board }: { product: string; board: FinishBoard }) {
  const { schedule, isOld } = useSchedule(product);
  useLayoutEffect(() => {
    if (!schedule) return;
    board.draw((row) => {
      const finish = finishOf(schedule, row);
      return finish && { ...finish, isOld };
    });
  }, [board, schedule, isOld]);
  return null;
}
