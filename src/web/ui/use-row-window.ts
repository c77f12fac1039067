import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { RowGeometry } from './row-geometry.ts';

/** Rows kept ready beyond each end of what is seen, so that fast scrolling finds no blank. */
const spareRows = 16;
/** The window moves in steps of so many rows, not at every pixel. */
const stepRows = 8;

type Span = { first: number; last: number };

/** Which rows must be in the page, and how to bring one into view. */
export function useRowWindow(scroller: RefObject<HTMLDivElement | null>, list: RefObject<HTMLDivElement | null>, geometry: RowGeometry) {
  const [span, setSpan] = useState<Span>(() => spanOf(geometry, 0, globalThis.innerHeight ?? 900));

  const look = useCallback((): Span => {
    const box = scroller.current;
    if (!box) return { first: 0, last: 0 };
    return spanOf(geometry, box.scrollTop - (list.current?.offsetTop ?? 0), box.clientHeight);
  }, [scroller, list, geometry]);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const update = () => setSpan((now) => keep(now, look()));
    // At once, in the frame of the scroll: a render in the next frame would show blank rows first.
    const scrolled = () => flushSync(update);
    const sizes = new ResizeObserver(update);
    sizes.observe(box);
    box.addEventListener('scroll', scrolled, { passive: true });
    update();
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', scrolled);
    };
  }, [scroller, look]);

  const isSeen = useCallback(
    (index: number) => {
      const box = scroller.current;
      if (!box) return false;
      const top = geometry.topOf(index);
      return top + geometry.heightOf(index) > box.scrollTop && top < box.scrollTop + box.clientHeight;
    },
    [scroller, geometry],
  );

  const reveal = useCallback(
    (index: number) => {
      const box = scroller.current;
      if (!box) return;
      const head = list.current?.offsetTop ?? 0;
      const margin = geometry.heightOf(index);
      const top = geometry.topOf(index);
      const bottom = top + margin + head;
      if (top - margin < box.scrollTop) box.scrollTo({ top: Math.max(0, top - margin) });
      else if (bottom + margin > box.scrollTop + box.clientHeight) box.scrollTo({ top: bottom + margin - box.clientHeight });
    },
    [scroller, list, geometry],
  );

  const last = Math.min(span.last, geometry.count - 1);
  return { first: Math.min(span.first, Math.max(0, last)), last, reveal, isSeen };
}

function spanOf(geometry: RowGeometry, fromPx: number, heightPx: number): Span {
  const first = geometry.indexAt(fromPx) - spareRows;
  const last = geometry.indexAt(fromPx + heightPx) + spareRows;
  return { first: Math.max(0, Math.floor(first / stepRows) * stepRows), last: Math.ceil(last / stepRows) * stepRows };
}

function keep(now: Span, next: Span): Span {
  return now.first === next.first && now.last === next.last ? now : next;
}
