import { useId, useState, type MouseEvent, type ReactNode } from 'react';
import { pointAt, stepFrom, type PlotColumns, type PlotPoint } from './plot-points.ts';

interface PlotKeysProps {
  readonly title: string;
  readonly columns: PlotColumns;
  readonly onOpen: (id: string) => void;
  /** What a figure says stands beside it already. */
  readonly isTold?: boolean;
  /** Its single parts are pressed themselves, and not the place nearest to the pointer. */
  readonly isExact?: boolean;
  /** The drawing. */
  readonly children: ReactNode;
}

/** A drawing of which every figure opens: by a press on or near it, and by keys, as one stop of Tab on which the arrow keys choose. */
export function PlotKeys({ title, columns, onOpen, isTold = false, isExact = false, children }: PlotKeysProps) {
  const [at, setAt] = useState<string | null>(null);
  const how = useId();
  const all = columns.flat();
  const chosen: PlotPoint | undefined = all.find(({ id }) => id === at) ?? columns.at(-1)?.[0];
  if (!chosen) return children;
  const press = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const point = pointAt(columns, event.clientX - box.left, event.clientY - box.top);
    if (!point) return;
    setAt(point.id);
    onOpen(point.id);
  };
  return (
    <div className="relative">
      {isExact ? (
        children
      ) : (
        // The button does the same by key.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className="cursor-pointer" onClick={press}>
          {children}
        </div>
      )}
      <button
        type="button"
        aria-label={`${title}: ${chosen.says}`}
        aria-describedby={how}
        className="group pointer-events-none absolute inset-0 rounded-control"
        onClick={() => onOpen(chosen.id)}
        onKeyDown={(event) => {
          const next = stepFrom(columns, chosen, event.key);
          if (!next) return;
          event.preventDefault();
          setAt(next.id);
        }}
      >
        {!isTold && (
          <span className="num absolute start-9 top-0 hidden max-w-full truncate bg-surface pe-2 text-s font-medium group-focus-visible:block">
            {chosen.says}
          </span>
        )}
        <span
          className="absolute hidden rounded-small border-2 border-accent group-focus-visible:block"
          style={{ left: chosen.x - 2, top: chosen.y - 2, width: chosen.width + 4, height: chosen.height + 4 }}
        />
      </button>
      <span id={how} hidden>
        Arrow keys choose a figure, Enter opens it
      </span>
      <span aria-live="polite" className="sr-only">
        {at === null ? '' : chosen.says}
      </span>
    </div>
  );
}
