import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { cx } from '../cx.ts';

export type SidePanelProps = {
  label: string;
  /** Width in px; the caller may keep it. Without one the panel remembers it as long as it is open. */
  widthPx?: number | undefined;
  onWidthChange?: ((px: number) => void) | undefined;
  /** The page gives way to it from 1,200 px on, as a list can that does with fewer columns. */
  isBeside?: boolean | undefined;
  children: ReactNode;
};

const leastPx = 360;
const mostPx = 880;
const usualPx = 480;

/** What is open beside the list: in the page from 1,600 px, over it below, and the whole screen on a phone. */
export function SidePanel({ label, widthPx, onWidthChange, isBeside = false, children }: SidePanelProps) {
  const [ownPx, setOwnPx] = useState(usualPx);
  const px = widthPx ?? ownPx;
  const drag = useRef<{ x: number; px: number } | null>(null);

  const resize = (next: number) => {
    const kept = Math.round(Math.min(mostPx, Math.max(leastPx, next)));
    setOwnPx(kept);
    onWidthChange?.(kept);
  };
  const outward = (element: Element) => (getComputedStyle(element).direction === 'rtl' ? 1 : -1);
  const move = (event: PointerEvent) => drag.current && resize(drag.current.px + (event.clientX - drag.current.x) * outward(event.currentTarget));
  const pressed = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -24, ArrowRight: 24 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resize(px + step * outward(event.currentTarget));
  };

  return (
    <aside
      aria-label={label}
      data-no-print
      style={{ '--panel-width': `${px}px` } as React.CSSProperties}
      className={cx(
        'absolute inset-y-0 end-0 z-20 flex w-[min(var(--panel-width),100%)] border-s border-edge bg-surface shadow-panel max-tablet:fixed max-tablet:inset-0 max-tablet:w-full max-tablet:border-0 max-tablet:pt-[env(safe-area-inset-top)] wide:relative wide:shrink-0 wide:shadow-none',
        isBeside && 'min-[1200px]:relative min-[1200px]:shrink-0',
      )}
    >
      <div
        role="separator"
        aria-label={`Width of ${label}`}
        aria-orientation="vertical"
        aria-valuemin={leastPx}
        aria-valuemax={mostPx}
        aria-valuenow={px}
        tabIndex={0}
        onKeyDown={pressed}
        onDoubleClick={() => resize(usualPx)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, px };
        }}
        onPointerMove={move}
        onPointerUp={() => {
          drag.current = null;
        }}
        onPointerCancel={() => {
          drag.current = null;
        }}
        className="absolute inset-y-0 -start-1 z-10 w-2 cursor-col-resize touch-none outline-none after:absolute after:inset-y-0 after:start-0.75 after:w-0.5 hover:after:bg-edge-strong focus-visible:after:bg-accent max-tablet:hidden"
      />
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
    </aside>
  );
}
