import { scaleLinear, scaleUtc } from 'd3-scale';
import { grouped } from '../grouped.ts';
import { heightsOf, type DayChart } from './day-chart.ts';

export interface Tick {
  readonly at: number;
  readonly value: number;
}

export interface DayTick {
  readonly at: number;
  readonly day: string;
}

/** Where everything of a chart stands, in px. */
export interface ChartScales {
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
  readonly dayTicks: readonly DayTick[];
  readonly valueTicks: readonly Tick[];
}

export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const PX_PER_DAY_TICK = 90;
const PX_PER_VALUE_TICK = 48;

/** Values from 0 to the next round one, days from the first to the last, to the last mark or to the end of the cone. */
export function chartScales(chart: DayChart, plot: Plot): ChartScales {
  const { days, lines, marks, cone } = chart;
  const first = days[0]!;
  const until = [days.at(-1)!, ...[...marks, ...(cone?.ends ?? [])].map(({ day }) => day)].toSorted().at(-1)!;
  const most = Math.max(1, cone?.to ?? 0, ...heightsOf(chart).flat());
  // A bar is as wide as its week, and one day alone stands on the left of a day's width.
  const isBars = lines.some(({ shape }) => shape === 'bar');
  const last = isBars ? new Date(dateOf(until).getTime() + 7 * MS_PER_DAY) : until === first ? new Date(dateOf(first).getTime() + MS_PER_DAY) : dateOf(until);
  const x = scaleUtc([dateOf(first), last], [plot.left, plot.right]);
  const y = scaleLinear([0, most], [plot.bottom, plot.top]).nice(4);
  const whole = x.ticks(Math.max(2, Math.floor((plot.right - plot.left) / PX_PER_DAY_TICK))).filter((date) => date.getTime() % MS_PER_DAY === 0);
  return {
    x: (day) => x(dateOf(day)),
    y: (value) => y(value),
    dayTicks: whole.map((date) => ({ at: x(date), day: date.toISOString().slice(0, 10) })),
    valueTicks: y
      .ticks(Math.max(2, Math.floor((plot.bottom - plot.top) / PX_PER_VALUE_TICK)))
      .filter(Number.isInteger)
      .map((value) => ({ at: y(value), value })),
  };
}

/** So wide is what stands before a value axis that reaches to a value. */
export const axisPx = (most: number): number => Math.max(36, grouped(Math.ceil(most * 1.2)).length * DIGIT_PX + 12);

const DIGIT_PX = 7;

const MS_PER_DAY = 86_400_000;
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Heights of labels so that none covers another, as near as may be to where they belong; in the order given. */
export function apart(heights: readonly number[], { least, top, bottom }: { least: number; top: number; bottom: number }): number[] {
  const order = heights.map((height, at) => ({ height, at })).toSorted((a, b) => a.height - b.height);
  const placed: number[] = [];
  let next = top;
  for (const { height } of order) {
    const at = Math.max(height, next);
    placed.push(at);
    next = at + least;
  }
  // What was pushed below the bottom goes up again, and with it what it would cover.
  let limit = bottom;
  for (let at = placed.length - 1; at >= 0; at--) {
    placed[at] = Math.min(placed[at]!, limit);
    limit = placed[at]! - least;
  }
  const result: number[] = [];
  for (const [place, { at }] of order.entries()) result[at] = placed[place]!;
  return result;
}

/** The path of a line through its points; a step holds each value until the next. */
export function pathOf(points: readonly (readonly [x: number, y: number])[], isStep: boolean): string {
  return points.map(([x, y], at) => (at === 0 ? `M${round(x)},${round(y)}` : isStep ? `H${round(x)}V${round(y)}` : `L${round(x)},${round(y)}`)).join('');
}

const round = (px: number): number => Math.round(px * 10) / 10;
