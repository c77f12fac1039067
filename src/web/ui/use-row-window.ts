import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { RowGeometry } from './row-geometry.ts';

/** Rows kept ready beyond each end of what is seen, so that fast scrolling finds no blank. */
const spareRows = 16;
/** The window moves in steps of so many rows, not at every pixel. */
const stepRows = 8;

type Span = { first: number; last: number };

/** What of the list is seen: how far it is scrolled, how high the window is, and how much stands above the rows. */
type Seen = { top: number; height: number; head: number };

/** As it is likely to be, until the page has been laid out. */
const likely = (): Seen => ({ top: 0, height: globalThis.innerHeight ?? 900, head: 0 });

/** Which rows must be in the page, and how to bring one into view. */
export function useRowWindow(scroller: RefObject<HTMLDivElement | null>, list: RefObject<HTMLDivElement | null>, geometry: RowGeometry) {
  // Read where the browser has just laid the page out, and remembered: to read it after rows were changed would lay them out once more.
  const seen = useRef<Seen>(likely());
  const read = useCallback(() => {
    const box = scroller.current;
    if (box) seen.current = { top: box.scrollTop, height: box.clientHeight, head: list.current?.offsetTop ?? 0 };
  }, [scroller, list]);

  // The first screen is drawn with what is seen of it only.
  const [spare, setSpare] = useState(0);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => setSpare(spareRows)));
    return () => cancelAnimationFrame(frame);
  }, []);

  const [span, setSpan] = useState<Span>(() => spanOf(geometry, { ...likely(), spare: 0 }));
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const update = () => setSpan((now) => keep(now, spanOf(geometry, { ...seen.current, spare })));
    // At once, in the frame of the scroll: a render in the next frame would show blank rows first.
    const scrolled = () => {
      read();
      flushSync(update);
    };
    const sizes = new ResizeObserver(() => {
      read();
      update();
    });
    sizes.observe(box);
    box.addEventListener('scroll', scrolled, { passive: true });
    update();
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', scrolled);
    };
  }, [scroller, geometry, spare, read]);

  const isSeen = useCallback(
    (index: number) => {
      const { top, height } = seen.current;
      const rowTop = geometry.topOf(index);
      return rowTop + geometry.heightOf(index) > top && rowTop < top + height;
    },
    [geometry],
  );

  const reveal = useCallback(
    (index: number) => {
      const { top, height, head } = seen.current;
      const margin = geometry.heightOf(index);
      const from = Math.max(0, geometry.topOf(index) - margin);
      const to = geometry.topOf(index) + head + 2 * margin;
      if (from >= top && to <= top + height) return;
      scroller.current?.scrollTo({ top: from < top ? from : to - height });
      read();
    },
    [scroller, geometry, read],
  );

  const last = Math.min(span.last, geometry.count - 1);
  return { first: Math.min(span.first, Math.max(0, last)), last, reveal, isSeen };
}

function spanOf(geometry: RowGeometry, { top, height, head, spare }: Seen & { spare: number }): Span {
  const first = geometry.indexAt(top - head) - spare;
  const last = geometry.indexAt(top - head + height) + spare;
  return { first: Math.max(0, Math.floor(first / stepRows) * stepRows), last: Math.ceil(last / stepRows) * stepRows };
}

function keep(now: Span, next: Span): Span {
  return now.first === next.first && now.last === next.last ? now : next;
}
