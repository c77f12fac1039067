import { scaleLinear } from 'd3-scale';
import { utcMonth } from 'd3-time';
import { addDays, dayOfNumber, numberOfDay, type Day } from '../../domain/kernel/day.ts';

export type Step = 'month' | 'quarter';

/** The axis shows at most these days around today: a year mistyped for one bar leaves the others where they are. */
const BACK_DAYS = 1830;
const AHEAD_DAYS = 3660;

/** The days between which the axis runs: from the first of those drawn to the last, as far as that is near enough to today to be a plan. */
export function axisOf(days: readonly Day[], today: Day): { readonly first: Day; readonly last: Day } {
  const [earliest, latest] = [addDays(today, -BACK_DAYS), addDays(today, AHEAD_DAYS)];
  const near = [...days, today].map((day) => (day < earliest ? earliest : day > latest ? latest : day)).sort();
  return { first: near[0]!, last: near.at(-1)! };
}

/** A stretch of the calendar with a name, in px from the left. */
export interface Tick {
  readonly label: string;
  /** `Oct to Dec` under a quarter; empty under a month. */
  readonly sub: string;
  readonly fromPx: number;
  readonly widthPx: number;
}

export interface TimeScale {
  readonly widthPx: number;
  /** The left edge of a day. */
  readonly toPx: (day: Day) => number;
  readonly toDay: (px: number) => Day;
  readonly ticks: readonly Tick[];
}

const PX_PER_DAY: Record<Step, number> = { month: 7, quarter: 2.6 };

/** A time axis of whole months or quarters from two weeks before the first day to after the last, at least as wide as the page. Days are equally wide. */
export function timeScale({ step, first, last, leastPx }: { step: Step; first: Day; last: Day; leastPx: number }): TimeScale {
  const size = step === 'month' ? 1 : 3;
  const start = startOf(addDays(first, -14), size);
  const wanted = Math.max(numberOfDay(last) + 45, numberOfDay(start) + Math.ceil(leastPx / PX_PER_DAY[step]));
  const end = asDay(utcMonth.offset(asDate(startOf(dayOfNumber(wanted), size)), size));
  const days = numberOfDay(end) - numberOfDay(start);
  const scale = scaleLinear([numberOfDay(start), numberOfDay(end)], [0, days * PX_PER_DAY[step]]).clamp(true);
  const toPx = (day: Day): number => {
    const number = numberOfDay(day);
    return scale(Number.isNaN(number) ? numberOfDay(end) : number); // the day after the last one of the calendar has no number
  };
  return {
    widthPx: days * PX_PER_DAY[step],
    toPx,
    toDay: (px) => dayOfNumber(Math.round(scale.invert(px))),
    ticks: ticksOf({ start, end, size }, (day) => scale(numberOfDay(day))),
  };
}

function ticksOf({ start, end, size }: { start: Day; end: Day; size: 1 | 3 }, toPx: (day: Day) => number): Tick[] {
  const starts = utcMonth.range(asDate(start), asDate(end), 1).filter((date) => date.getUTCMonth() % size === 0);
  return starts.map((date) => {
    const next = asDay(utcMonth.offset(date, size));
    const fromPx = toPx(asDay(date));
    return { ...namesOf(date, size), fromPx, widthPx: toPx(next) - fromPx };
  });
}

function namesOf(date: Date, size: 1 | 3): Pick<Tick, 'label' | 'sub'> {
  const month = (of: Date) => of.toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
  const year = date.getUTCFullYear();
  if (size === 1) return { label: `${month(date)} ${year}`, sub: '' };
  return { label: `Q${date.getUTCMonth() / 3 + 1} ${year}`, sub: `${month(date)} to ${month(utcMonth.offset(date, 2))}` };
}

/** The first day of the month or quarter that a day is in. */
function startOf(day: Day, size: 1 | 3): Day {
  const date = asDate(day);
  return asDay(utcMonth.offset(utcMonth(date), size === 3 ? -(date.getUTCMonth() % 3) : 0));
}

const asDate = (day: Day) => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date) => date.toISOString().slice(0, 10) as Day; // an ISO instant starts with its day
