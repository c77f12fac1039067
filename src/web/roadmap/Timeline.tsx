import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { EntryAnswer } from '../../domain/roadmap/roadmap.ts';
import { milestonesOf, type Milestone } from '../../domain/release/milestone.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { exactDay } from '../ui/format-day.ts';
import { useLook } from '../store/hooks.ts';
import { EntryBar } from './EntryBar.tsx';
import { MilestoneMarks } from './MilestoneMarks.tsx';
import { UndatedEntry } from './UndatedEntry.tsx';
import type { ShownRoadmap } from './use-roadmap.ts';
import { axisOf, timeScale, type Step, type TimeScale } from './time-scale.ts';

export interface Opened {
  readonly kind: 'release' | 'epic';
  readonly id: string;
  readonly key: string;
}

export interface TimelineProps {
  readonly product: string;
  readonly entries: readonly EntryAnswer[];
  readonly likelyOf: ShownRoadmap['likelyOf'];
  readonly today: Day;
  readonly step: Step;
  readonly onOpen: (entry: Opened) => void;
}

const LANE_PX = 208;
const LANES = [
  { kind: 'release', name: 'Releases', note: 'What goes out, by its date' },
  { kind: 'epic', name: 'Epics', note: 'From the plan, until promised' },
] as const;

/** Releases and epics on the calendar: promised ends are hard and pinned, computed ones are soft and move with the plan. */
export function Timeline({ product, entries, likelyOf, today, step, onOpen }: TimelineProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(1000);
  const dated = useMemo(() => entries.filter(({ bar }) => bar !== null), [entries]);
  const milestones = useLook((view) => [...view.list(milestonesOf, product)], [product]);
  const undated = entries.filter(({ bar }) => bar === null);
  // The same scale as long as the axis is: what is worked out anew must not move the page under a bar that is being dragged.
  const { first, last } = axis(dated, milestones, today);
  const scale = useMemo(() => timeScale({ step, first, last, leastPx: widthPx - LANE_PX }), [first, last, step, widthPx]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWidthPx(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    // Today stands a quarter from the left when the page opens.
    const element = scroller.current;
    if (element) element.scrollLeft = Math.max(0, scale.toPx(today) - (element.clientWidth - LANE_PX) / 4);
  }, [step, today, scale]);

  return (
    <div ref={scroller} className="relative h-full overflow-auto print:overflow-visible" role="region" aria-label="Timeline" tabIndex={-1}>
      <div className="relative flex min-h-full flex-col" style={{ width: LANE_PX + scale.widthPx }}>
        <Head scale={scale} today={today} />
        <Grid scale={scale} today={today} />
        {milestones.length > 0 && (
          <Lane name="Milestones" note="Days that stand fast">
            <MilestoneMarks milestones={milestones} scale={scale} today={today} />
          </Lane>
        )}
        {LANES.map(({ kind, name, note }) => {
          const inLane = dated.filter((entry) => entry.kind === kind);
          return inLane.length === 0 ? null : (
            <Lane key={kind} name={name} note={note}>
              {inLane.map((entry) => (
                <EntryBar key={entry.id} product={product} entry={entry} likely={likelyOf(entry)} scale={scale} today={today} onOpen={onOpen} />
              ))}
            </Lane>
          );
        })}
        {undated.length > 0 && (
          <Lane name="Without dates" note="The plan has no day for them, nobody has promised them">
            <li
              className="sticky flex flex-wrap gap-2 py-1"
              style={{ insetInlineStart: LANE_PX, maxWidth: `calc(100vw - ${LANE_PX + 260}px)`, paddingInlineStart: 16 }}
            >
              {undated.map((entry) => (
                <UndatedEntry key={entry.id} entry={entry} today={today} onOpen={onOpen} />
              ))}
            </li>
          </Lane>
        )}
        <div aria-hidden="true" className="flex flex-1">
          <span className="sticky start-0 z-10 shrink-0 border-e border-edge bg-surface" style={{ width: LANE_PX }} />
        </div>
      </div>
    </div>
  );
}

function axis(dated: readonly EntryAnswer[], milestones: readonly Milestone[], today: Day): ReturnType<typeof axisOf> {
  const bars = dated.flatMap(({ bar, computed }) => [bar!.from, bar!.to, ...(computed ? [computed.to] : [])]);
  return axisOf([...bars, ...milestones.map(({ on }) => on)], today);
}

function Head({ scale, today }: { scale: TimeScale; today: Day }) {
  return (
    <div className="sticky top-0 z-20 flex h-11 shrink-0 border-b border-edge bg-surface" style={{ paddingInlineStart: LANE_PX }}>
      <span className="sticky start-0 z-30 border-e border-edge bg-surface" style={{ width: LANE_PX, marginInlineStart: -LANE_PX }} />
      {scale.ticks.map(({ label, sub, fromPx, widthPx }) => (
        <span
          key={fromPx}
          className="absolute top-0 flex h-full flex-col justify-center overflow-hidden ps-2 whitespace-nowrap"
          style={{ insetInlineStart: LANE_PX + fromPx, width: widthPx }}
        >
          <strong className="text-s font-semibold">{label}</strong>
          {sub !== '' && <span className="text-xs text-ink-2">{sub}</span>}
        </span>
      ))}
      <span
        className="absolute bottom-0 z-10 -translate-x-1/2 rounded-small bg-accent px-1.5 text-xs font-semibold text-on-accent rtl:translate-x-1/2"
        title={exactDay(today)}
        style={{ insetInlineStart: LANE_PX + scale.toPx(today) }}
      >
        today
      </span>
    </div>
  );
}

function Grid({ scale, today }: { scale: TimeScale; today: Day }) {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-y-0" style={{ insetInlineStart: LANE_PX, width: scale.widthPx }}>
      {scale.ticks.map(({ fromPx }) => (
        <span key={fromPx} className="absolute inset-y-0 w-px bg-edge/60" style={{ insetInlineStart: fromPx }} />
      ))}
      <span className="absolute top-11 bottom-0 w-px bg-accent" style={{ insetInlineStart: scale.toPx(today) }} />
    </div>
  );
}

function Lane({ name, note, children }: { name: string; note: string; children: React.ReactNode }) {
  return (
    <section className="relative flex shrink-0 border-b border-edge" aria-label={name}>
      <header className="sticky start-0 z-10 shrink-0 border-e border-edge bg-surface p-4 py-3" style={{ width: LANE_PX }}>
        <h2 className="font-semibold">{name}</h2>
        <p className="text-s text-ink-2">{note}</p>
      </header>
      <ul className="relative min-h-16 flex-1 py-3">{children}</ul>
    </section>
  );
}
