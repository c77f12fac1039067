import type { Ref } from 'react';
import { exactDay, shortDay } from '../format-day.ts';
import { grouped } from '../grouped.ts';
import { ChartFrame, type Shown } from './ChartFrame.tsx';
import { apart, axisPx, chartScales, type ChartScales } from './chart-scales.ts';
import { PlotKeys } from './PlotKeys.tsx';
import type { PlotColumns, PlotPoint } from './plot-points.ts';
import { ValueAxis } from './ValueAxis.tsx';

/** One thing of a day, with how much of it. */
export interface Dot {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly value: number;
}

export interface ScatterChart {
  readonly title: string;
  readonly unit: string;
  /** What the days are: `Finished`. */
  readonly dayLabel: string;
  readonly dots: readonly Dot[];
  readonly from: string;
  readonly to: string;
  /** Values that are drawn across, with what they say. */
  readonly levels: readonly { readonly value: number; readonly label: string }[];
  readonly onOpen: (id: string) => void;
  /** Several stand in one place. */
  readonly onOpenAll: (place: Pick<Dot, 'day' | 'value'>) => void;
}

const HEIGHT_PX = 260;
const LABELS_PX = 96;
const RADIUS_PX = 4.5;

/** Single things over days: each opens when it is pressed, and so do all that stand in one place. */
export function Scatter({ chart, ...shown }: { chart: ScatterChart } & Shown) {
  const { title, unit, dayLabel, dots, levels } = chart;
  return (
    <ChartFrame
      title={title}
      unit={unit}
      summary={`${title}: ${dots.length} items. ${levels.map(({ label }) => label).join(', ')}.`}
      table={[['Item', dayLabel, unit], ...dots.map(({ name, day, value }) => [name, day, String(value)])]}
      shown={shown}
      opens={(row, column) => (column === 0 ? () => chart.onOpen(dots[row]!.id) : null)}
      draw={(widthPx, svg) => <Dots ref={svg} chart={chart} widthPx={widthPx} today={shown.today} />}
    />
  );
}

function Dots({ chart, widthPx, today, ref }: { chart: ScatterChart; widthPx: number; today: string; ref: Ref<SVGSVGElement> }) {
  const { dots, levels, from, to, onOpen, onOpenAll } = chart;
  const places = placesOf(dots);
  const most = Math.max(1, ...places.map(({ value }) => value), ...levels.map(({ value }) => value));
  const plot = { left: axisPx(most), right: Math.max(80, widthPx - LABELS_PX), top: 14, bottom: HEIGHT_PX - 26 };
  const open = (id: string) => {
    const place = places.find((one) => one.id === id)!;
    if (place.dots.length === 1) onOpen(place.dots[0]!.id);
    else onOpenAll(place);
  };
  const { x, y, dayTicks, valueTicks } = chartScales(
    { title: '', unit: '', days: [from, to], marks: [], lines: [{ id: '', label: '', tone: 'one', shape: 'line', values: [0, most] }] },
    plot,
  );
  // The highest stands last among equals, so the labels go up with their shares.
  const labelsAt = apart(
    levels.toReversed().map(({ value }) => y(value)),
    { least: 15, top: plot.top, bottom: plot.bottom },
  ).toReversed();
  return (
    <PlotKeys title={chart.title} columns={columnsOf(places, { x, y })} onOpen={open} isExact>
      <svg ref={ref} aria-hidden="true" viewBox={`0 0 ${widthPx} ${HEIGHT_PX}`} className="block w-full font-ui text-s" style={{ height: HEIGHT_PX }}>
        <ValueAxis ticks={valueTicks} plot={plot} />
        {dayTicks.map(({ at, day }) => (
          <text key={day} x={at} y={HEIGHT_PX - 8} textAnchor={at - plot.left < 20 ? 'start' : 'middle'} className="fill-ink-3">
            {shortDay(day, today)}
          </text>
        ))}
        {levels.map(({ value, label }, at) => (
          <g key={label}>
            <line x1={plot.left} x2={plot.right} y1={y(value)} y2={y(value)} strokeDasharray="5 3" className="stroke-ink-2" />
            <text x={plot.right + 6} y={labelsAt[at]! + 4} className="num fill-ink-2">
              {label}
            </text>
          </g>
        ))}
        {places.map((place) => (
          <circle
            key={place.id}
            cx={x(place.day)}
            cy={y(place.value)}
            r={radiusOf(place)}
            fillOpacity={0.7}
            className="cursor-pointer fill-chart-1"
            onClick={() => open(place.id)}
          >
            <title>{place.says}</title>
          </circle>
        ))}
      </svg>
    </PlotKeys>
  );
}

/** What stands in one place: one thing, or several that are alike. */
interface Place extends Pick<Dot, 'day' | 'value'> {
  readonly id: string;
  readonly dots: readonly Dot[];
  readonly says: string;
}

/** From left to right, on a day from the top. */
function placesOf(dots: readonly Dot[]): Place[] {
  const places = new Map<string, Dot[]>();
  for (const dot of dots) {
    const place = places.get(`${dot.day} ${dot.value}`);
    if (place) place.push(dot);
    else places.set(`${dot.day} ${dot.value}`, [dot]);
  }
  const all = Array.from(places, ([id, here]): Place => {
    const { name, day, value } = here[0]!;
    return { id, dots: here, day, value, says: `${here.length === 1 ? name : `${grouped(here.length)} items`}: ${value}, ${exactDay(day)}` };
  });
  return all.toSorted((a, b) => (a.day === b.day ? b.value - a.value : a.day < b.day ? -1 : 1));
}

/** Larger where several stand, up to twice as large. */
const radiusOf = ({ dots }: Place): number => Math.min(2 * RADIUS_PX, RADIUS_PX + Math.log2(dots.length) / 2);

/** Day by day. */
function columnsOf(places: readonly Place[], { x, y }: Pick<ChartScales, 'x' | 'y'>): PlotColumns {
  const days = new Map<string, PlotPoint[]>();
  for (const place of places) {
    const r = radiusOf(place);
    const point = { id: place.id, band: '', says: place.says, x: x(place.day) - r, y: y(place.value) - r, width: 2 * r, height: 2 * r };
    const day = days.get(place.day);
    if (day) day.push(point);
    else days.set(place.day, [point]);
  }
  return [...days.values()];
}
