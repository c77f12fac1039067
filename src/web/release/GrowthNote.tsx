import type { ReleaseCone } from '../../domain/cutline/release-cone.ts';
import { SURE } from '../../domain/forecast/told.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Unit } from '../../domain/product/product.ts';
import type { ScopeGrowth } from '../../domain/release/scope-growth.ts';
import { dayWith } from '../../domain/schedule/schedule.ts';
import { Button } from '../ui/Button.tsx';
import { shortDay } from '../ui/format-day.ts';
import { percentOf } from '../ui/percent.ts';

export interface GrowthNoteProps {
  readonly growth: ScopeGrowth;
  readonly unit: Unit;
  readonly isCounted: boolean;
  /** The cone with it and without it. */
  readonly cones: { readonly growing: ReleaseCone; readonly still: ReleaseCone };
  readonly today: Day;
  readonly onCount: (isCounted: boolean) => void;
}

/** What the cone assumes of a scope that has been growing, with its number, and how to leave it out. */
export function GrowthNote({ growth: { net, weeks, perWeek }, unit, isCounted, cones, today, onCount }: GrowthNoteProps) {
  const sure = (cone: ReleaseCone) => {
    const day = dayWith(SURE, cone.days);
    return day === null ? 'not within three years' : `by ${shortDay(day, today)}`;
  };
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-s text-ink-2" data-growth={isCounted ? 'counted' : 'left out'}>
      <span className="num">
        {`In ${weeks} weeks since its start it grew by ${net} ${unit}, ${Number(perWeek.toFixed(1))} a week. `}
        {isCounted
          ? `The cone takes it that this goes on: ${percentOf(SURE)} ${sure(cones.growing)}; without that ${sure(cones.still)}.`
          : `The cone leaves that out: ${percentOf(SURE)} ${sure(cones.still)}; if it goes on ${sure(cones.growing)}.`}
      </span>
      <Button size="s" onClick={() => onCount(!isCounted)}>
        {isCounted ? 'Leave it out' : 'Count it in'}
      </Button>
    </p>
  );
}
