import { useMemo } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { COLUMNS_BY, type BoardLook } from '../../../domain/sprint/board.ts';
import { LANES_BY } from '../../../domain/sprint/lanes.ts';

/** What the columns and the lanes of a board are, which stands in the address; the usual choice is left out of it. */
export function useBoardLook(): { look: BoardLook; change: (to: Partial<BoardLook>) => void } {
  const { columns, lanes } = useSearch({ strict: false }) as { columns?: string; lanes?: string };
  const go = useNavigate();
  const look = useMemo<BoardLook>(
    () => ({ columns: COLUMNS_BY.find((one) => one === columns) ?? 'own', lanes: LANES_BY.find((one) => one === lanes) ?? 'none' }),
    [columns, lanes],
  );
  const change = (to: Partial<BoardLook>) => {
    const next = { ...look, ...to };
    const search = (before: Record<string, unknown>) => ({
      ...before,
      columns: next.columns === 'own' ? undefined : next.columns,
      lanes: next.lanes === 'none' ? undefined : next.lanes,
    });
    void go({ to: '.', search, replace: true } as never); // as the address is written
  };
  return { look, change };
}
