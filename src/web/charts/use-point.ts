import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { FlowPoint } from '../../domain/flow/point-items.ts';
import { pointOfText, textOfPoint } from './points.ts';

/** The figure whose items are open, which stands in the address. */
export function usePoint(): { readonly point: FlowPoint | null; readonly open: (point: FlowPoint | null) => void } {
  const { point: text } = useSearch({ strict: false }) as { point?: unknown };
  const go = useNavigate();
  const point = useMemo(() => (typeof text === 'string' ? pointOfText(text) : null), [text]);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = point !== null;
  });
  const open = useCallback(
    (next: FlowPoint | null) =>
      void go({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, point: next === null ? undefined : textOfPoint(next) }),
        replace: isOpen.current,
        resetScroll: false,
      } as never), // the query is checked where it is read
    [go],
  );
  return { point, open };
}
