import { useRef, useState } from 'react';
import { Pin } from 'lucide-react';
import { addDays, type Day } from '../../domain/kernel/day.ts';
import type { Span } from '../../domain/release/release-span.ts';
import type { EntryAnswer } from '../../domain/roadmap/roadmap.ts';
import { nameIn } from '../app/name-in.ts';
import { useMe, useShown } from '../store/hooks.ts';
import { cx } from '../ui/cx.ts';
import { exactDay, shortDay } from '../ui/format-day.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { driftText } from './drift-text.ts';
import { PromiseDialog } from './PromiseDialog.tsx';
import type { Opened } from './Timeline.tsx';
import type { TimeScale } from './time-scale.ts';
import { usePromise } from './use-promise.ts';

export interface EntryBarProps {
  readonly product: string;
  readonly entry: EntryAnswer;
  /** Between which days it is likely finished; null: that is not told. */
  readonly likely: Span | null;
  readonly scale: TimeScale;
  readonly today: Day;
  readonly onOpen: (entry: Opened) => void;
}

/** One entry: from when to when, how far it is, and whether somebody promised its end. Its end is dragged, or moved with the arrow keys. */
export function EntryBar({ product, entry, likely, scale, today, onOpen }: EntryBarProps) {
  const bar = entry.bar!;
  const view = useShown();
  const { may } = useMe();
  const { setEnd, unpin } = usePromise(entry);
  const [moved, setMoved] = useState<Day | null>(null);
  const [asking, setAsking] = useState<Day | null>(null);
  const canMove =
    entry.kind === 'release'
      ? may('plan-releases', { in: 'release', id: entry.id }) && may('promise-dates', { in: 'release', id: entry.id })
      : may('promise-dates', { in: 'product', id: product });
  const to = moved ?? bar.to;
  const fromPx = scale.toPx(bar.from);
  const widthPx = Math.max(10, scale.toPx(addDays(to, 1)) - fromPx);
  const likelyEndPx = likely ? scale.toPx(addDays(likely.to, 1)) : 0;
  const { done, of } = entry.progress;
  const drop = (day: Day) => {
    setMoved(null);
    if (day === bar.to) return;
    // A computed end becomes a promise only when that is said.
    if (bar.isPromised) setEnd(day);
    else setAsking(day);
  };
  return (
    <li className="relative h-10">
      {likely && (
        <span
          aria-hidden="true"
          data-likely-span
          className="absolute top-3 h-4 rounded-small border border-dashed border-accent/40 bg-accent/10"
          style={{ insetInlineStart: scale.toPx(likely.from), width: Math.max(4, likelyEndPx - scale.toPx(likely.from)) }}
        />
      )}
      <div className="absolute top-1.5 flex h-7 items-center" style={{ insetInlineStart: fromPx, width: widthPx }}>
        <button
          type="button"
          onClick={() => onOpen({ kind: entry.kind, id: entry.id, key: entry.kind === 'epic' ? nameIn(view)('item', entry.id) : '' })}
          title={`${entry.name}: ${exactDay(bar.from)} to ${exactDay(to)}, ${bar.isPromised ? 'promised' : 'computed'}${likely ? `, likely finished between ${shortDay(likely.from, today)} (50 %) and ${shortDay(likely.to, today)} (95 %)` : ''}`}
          className={cx(
            'relative flex h-full w-full min-w-0 items-center gap-1.5 overflow-hidden border bg-accent-soft ps-2 text-start text-s hover:brightness-97',
            bar.isPromised
              ? 'rounded-control border-accent/60'
              : 'rounded-s-control border-e-0 border-accent/40 [mask-image:linear-gradient(to_right,#000_calc(100%-36px),transparent)] rtl:[mask-image:linear-gradient(to_left,#000_calc(100%-36px),transparent)]',
          )}
        >
          <span aria-hidden="true" className="absolute inset-y-0 start-0 bg-accent/25" style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` }} />
          <strong className="relative min-w-0 truncate font-medium text-ink">{entry.name}</strong>
          {of > 0 && widthPx > 150 && (
            <span className="num relative shrink-0 text-ink-2">
              {done} of {of}
            </span>
          )}
          {bar.isPromised && <Pin aria-label="Promised" className="relative ms-auto me-2 size-3 shrink-0 text-ink-2" />}
        </button>
        {canMove && <EndHandle entry={entry} day={to} scale={scale} onMove={setMoved} onDrop={drop} onLeave={() => setMoved(null)} />}
      </div>
      <span
        className="num pointer-events-none absolute top-2.5 flex items-center gap-1.5 ps-3 text-s whitespace-nowrap"
        style={{ insetInlineStart: Math.max(fromPx + widthPx, likelyEndPx) }}
      >
        <span className={moved ? 'font-semibold text-ink' : 'text-ink-3'} title={exactDay(to)}>
          {shortDay(to, today)}
        </span>
        {of > 0 && widthPx <= 150 && (
          <span className="text-ink-3">
            {done} of {of} done
          </span>
        )}
        {entry.aboveTheLine && <span className="text-ink-3">{`${entry.aboveTheLine.above} of ${entry.aboveTheLine.of} above the line`}</span>}
        {entry.drift && <span className="rounded-small bg-line-soft px-1.5 text-line-ink">{driftText(entry.drift, today)}</span>}
        {entry.kind === 'epic' && bar.isPromised && canMove && (
          <IconButton
            label={`Give ${entry.name} back to the plan`}
            size="s"
            icon={<Pin aria-hidden="true" />}
            className="pointer-events-auto"
            onClick={unpin}
            data-no-print
          />
        )}
      </span>
      {asking && (
        <PromiseDialog
          name={entry.name}
          day={asking}
          today={today}
          onLeave={() => setAsking(null)}
          onPromise={() => {
            setAsking(null);
            setEnd(asking);
          }}
        />
      )}
    </li>
  );
}

interface EndHandleProps {
  readonly entry: EntryAnswer;
  readonly day: Day;
  readonly scale: TimeScale;
  readonly onMove: (day: Day) => void;
  readonly onDrop: (day: Day) => void;
  readonly onLeave: () => void;
}

function EndHandle({ entry, day, scale, onMove, onDrop, onLeave }: EndHandleProps) {
  const start = useRef<{ x: number; px: number; sign: 1 | -1 } | null>(null);
  const dayAt = (x: number): Day => {
    const { px, sign } = start.current!;
    return scale.toDay(px + (x - start.current!.x) * sign);
  };
  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label={`End of ${entry.name}`}
      aria-valuetext={exactDay(day)}
      aria-valuenow={scale.toPx(day)}
      aria-orientation="horizontal"
      data-no-print
      className="absolute inset-y-0 -end-3 z-10 w-6 cursor-ew-resize touch-none rounded-control outline-offset-0 after:absolute after:inset-y-1.5 after:start-2.5 after:w-0.75 after:rounded-full hover:after:bg-accent focus-visible:after:bg-accent"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
        start.current = { x: event.clientX, px: scale.toPx(day), sign: getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1 };
      }}
      onPointerMove={(event) => start.current && onMove(dayAt(event.clientX))}
      onPointerUp={(event) => {
        if (!start.current) return;
        const dropped = dayAt(event.clientX);
        start.current = null;
        onDrop(dropped);
      }}
      onPointerCancel={() => {
        start.current = null;
        onLeave();
      }}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1, PageUp: 7, PageDown: -7 }[event.key];
        if (by !== undefined) {
          event.preventDefault();
          onMove(addDays(day, event.shiftKey ? by * 7 : by));
        }
        if (event.key === 'Enter') {
          // The press is for the end alone: it must not answer what is asked next.
          event.preventDefault();
          onDrop(day);
        }
        if (event.key === 'Escape') {
          start.current = null;
          onLeave();
        }
      }}
      onBlur={onLeave}
    />
  );
}
