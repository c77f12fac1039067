import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { DragPoint } from './use-row-drag.ts';

/** How far from its left edge a lifted row is held. */
const GRIP_PX = 240;

/** What is lifted, under the pointer, and beside it what the drop would do. Follows the pointer without drawing anything again. */
export function RowDragLayer({ start, row, aside }: { start: DragPoint; row: ReactNode; aside?: ReactNode }) {
  const layer = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const place = useRef<(x: number, y: number) => void>(() => {});
  const last = useRef(start);
  const hasAside = aside !== undefined;

  useLayoutEffect(() => {
    const follow = (x: number, y: number) => {
      last.current = { x, y };
      const left = Math.max(8, Math.min(x - GRIP_PX, innerWidth - (layer.current?.offsetWidth ?? 0) - 8));
      if (layer.current) layer.current.style.transform = `translate(${left}px, ${y - 17}px)`;
      if (!note.current) return;
      const { offsetWidth: width, offsetHeight: height } = note.current;
      const beside = Math.max(8, Math.min(x + 24, innerWidth - width - 8));
      const top = y + 28 + height > innerHeight - 8 ? y - 28 - height : y + 28;
      note.current.style.transform = `translate(${beside}px, ${Math.max(8, top)}px)`;
    };
    const byMouse = (event: DragEvent) => follow(event.clientX, event.clientY);
    const byTouch = (event: TouchEvent) => {
      const touch = event.touches[0];
      if (touch) follow(touch.clientX, touch.clientY);
    };
    place.current = follow;
    follow(last.current.x, last.current.y);
    document.addEventListener('dragover', byMouse);
    document.addEventListener('touchmove', byTouch, { passive: true });
    return () => {
      document.removeEventListener('dragover', byMouse);
      document.removeEventListener('touchmove', byTouch);
    };
  }, [start]);

  // What stands beside comes later than the row, and stands where the pointer is then.
  useLayoutEffect(() => place.current(last.current.x, last.current.y), [hasAside]);

  return createPortal(
    <div aria-hidden="true" data-no-print className="pointer-events-none fixed inset-0 z-50 overflow-hidden">
      <div ref={layer} data-lifted-row className="@container/main absolute top-0 left-0 w-256 max-w-[calc(100vw-16px)]">
        <div className="origin-top-left rotate-[0.5deg] overflow-hidden rounded-control bg-float shadow-float ring-1 ring-accent">{row}</div>
      </div>
      {aside !== undefined && (
        <div
          ref={note}
          className="absolute top-0 left-0 w-75 max-w-[calc(100vw-16px)] rounded-panel bg-float px-3.5 py-2.5 text-s text-ink-2 shadow-float ring-1 ring-edge"
        >
          {aside}
        </div>
      )}
    </div>,
    document.body,
  );
}
