import { grouped } from '../grouped.ts';
import type { ChartScales, Plot } from './chart-scales.ts';
import { heightsOf, type DayChart } from './day-chart.ts';
import type { PlotColumns, PlotPoint } from './plot-points.ts';

interface Drawn {
  readonly scales: ChartScales;
  readonly plot: Plot;
  readonly dayText: (day: string) => string;
}

/** The figures of a chart over days that open: of each day those that are not nothing. */
export function dayPoints(chart: DayChart, { scales: { x, y }, plot, dayText }: Drawn): PlotColumns {
  const { days, lines, isStacked } = chart;
  const tops = heightsOf(chart);
  const weekPx = x('2026-01-08') - x('2026-01-01');
  const columns = days.map((day, at) => {
    const end = at + 1 < days.length ? x(days[at + 1]!) : Math.min(plot.right, x(day) + 2);
    const points = lines.flatMap(({ id, label, shape, values }, nth): PlotPoint[] => {
      const value = values[at] ?? 0;
      if (value === 0) return [];
      const top = y(tops[nth]![at]!);
      const floor = isStacked && nth > 0 ? y(tops[nth - 1]![at]!) : plot.bottom;
      const width = shape === 'bar' ? weekPx - 4 : end - x(day);
      const says = `${dayText(day)}: ${label} ${grouped(value)}`;
      return [{ id: `${day}.${id}`, band: id, says, x: x(day) + (shape === 'bar' ? 2 : 0), y: top, width, height: floor - top }];
    });
    return points.toReversed();
  });
  return columns.filter((column) => column.length > 0);
}

/** The day that is meant at a place: bars, steps and areas hold their value to the right, a line is read at its nearest day. */
export function dayAt({ days, lines }: DayChart, { scales: { x }, px }: { scales: ChartScales; px: number }): number {
  const isHeld = lines.every(({ shape }) => shape !== 'line');
  const after = days.findIndex((day) => x(day) > px);
  if (after === 0) return 0;
  if (after < 0) return days.length - 1;
  return isHeld || px - x(days[after - 1]!) < x(days[after]!) - px ? after - 1 : after;
}
