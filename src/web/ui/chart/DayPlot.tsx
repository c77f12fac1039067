import { useState, type Ref } from 'react';
import { cx } from '../cx.ts';
import { Cone } from './Cone.tsx';
import { apart, axisPx, chartScales, pathOf } from './chart-scales.ts';
import { grouped } from '../grouped.ts';
import { ValueAxis } from './ValueAxis.tsx';
import { dayAt, dayPoints } from './day-points.ts';
import { PlotKeys } from './PlotKeys.tsx';
import { heightsOf, type DayChart, type DayLine, type Tone } from './day-chart.ts';

const HEIGHT_PX = 260;
const LABEL_PX = 15;
/** So wide is a digit or a letter of a label, generously. */
const LETTER_PX = 6.6;

const STROKES: Record<Tone, string> = {
  ink: 'stroke-ink-2',
  soft: 'stroke-ink-3',
  one: 'stroke-chart-1',
  two: 'stroke-chart-2',
  three: 'stroke-chart-3',
  four: 'stroke-chart-4',
};
const FILLS: Record<Tone, string> = {
  ink: 'fill-ink-2',
  soft: 'fill-ink-3',
  one: 'fill-chart-1',
  two: 'fill-chart-2',
  three: 'fill-chart-3',
  four: 'fill-chart-4',
};

interface DayPlotProps {
  readonly chart: DayChart;
  readonly widthPx: number;
  readonly dayText: (day: string) => string;
  readonly ref: Ref<SVGSVGElement>;
}

/** A label steps aside for the cone that begins where its line ends: below one that climbs, above one that falls. */
function besideCone({ cone, lines }: DayChart, id: string): number {
  if (cone?.line !== id) return 0;
  return cone.to > (lines.find((line) => line.id === id)?.values.at(-1) ?? 0) ? 12 : -10;
}

/** The drawing: thin axes, what the lines are called beside their ends, and the day under the pointer. */
export function DayPlot({ chart, widthPx, dayText, ref }: DayPlotProps) {
  const [pointed, setPointed] = useState<number | null>(null);
  const { days, lines, marks } = chart;
  const labels = lines.map(({ label, values }) => `${label} ${grouped(values.at(-1) ?? 0)}`);
  const labelsPx = Math.min(widthPx / 3, Math.max(0, ...labels.map((label) => label.length)) * LETTER_PX + 10);
  const tops = heightsOf(chart);
  const plot = { left: axisPx(Math.max(chart.cone?.to ?? 0, ...tops.flat())), right: Math.max(80, widthPx - labelsPx), top: 20, bottom: HEIGHT_PX - 26 };
  const scales = chartScales(chart, plot);
  const { x, y } = scales;
  const last = days.length - 1;
  const heights = apart(
    tops.map((values, at) => y(chart.isStacked ? (values[last]! + (tops[at - 1]?.[last] ?? 0)) / 2 : (values.at(-1) ?? 0))),
    { least: LABEL_PX, top: plot.top, bottom: plot.bottom },
  );
  const shown = pointed === null ? null : Math.min(pointed, last);
  const point = (clientX: number, box: DOMRect) => setPointed(dayAt(chart, { scales, px: clientX - box.left }));
  const { onOpen } = chart;
  const drawing = (
    <svg
      ref={ref}
      aria-hidden="true"
      viewBox={`0 0 ${widthPx} ${HEIGHT_PX}`}
      className="block w-full font-ui text-s"
      style={{ height: HEIGHT_PX }}
      onPointerMove={(event) => point(event.clientX, event.currentTarget.getBoundingClientRect())}
      onPointerLeave={() => setPointed(null)}
    >
      <ValueAxis ticks={scales.valueTicks} plot={plot} />
      {scales.dayTicks.map(({ at, day }) => (
        <text key={day} x={at} y={HEIGHT_PX - 8} textAnchor={at - plot.left < 20 ? 'start' : 'middle'} className="fill-ink-3">
          {dayText(day)}
        </text>
      ))}
      {marks.map(({ day, label }) => (
        <g key={label}>
          <line x1={x(day)} x2={x(day)} y1={plot.top} y2={plot.bottom} strokeDasharray="3 3" className="stroke-control-edge" />
          <text x={x(day) - 4} y={plot.top - 7} textAnchor={x(day) > plot.left + 60 ? 'end' : 'start'} className="fill-ink-2">
            {label}
          </text>
        </g>
      ))}
      {chart.cone && (
        <Cone cone={chart.cone} from={[x(days[last]!), y(lines.find(({ id }) => id === chart.cone!.line)!.values.at(-1)!)]} scales={scales} plot={plot} />
      )}
      {lines.map((line, index) => (
        <Line
          key={line.id}
          line={line}
          points={tops[index]!.map((value, at) => [x(days[at]!), y(value)])}
          floor={days.slice(0, line.values.length).map((day, at) => [x(day), chart.isStacked && index > 0 ? y(tops[index - 1]![at]!) : plot.bottom])}
          weekPx={x('2026-01-08') - x('2026-01-01')}
        />
      ))}
      {lines.map(({ id, tone }, at) => (
        <text
          key={id}
          x={lines.some(({ shape }) => shape === 'bar') ? plot.right + 8 : Math.min(x(days[last]!) + 8, plot.right + 8)}
          y={heights[at]! + 4 + besideCone(chart, id)}
          className={cx('num font-medium', FILLS[tone])}
        >
          {labels[at]}
        </text>
      ))}
      {shown !== null && (
        <g data-passing>
          <line x1={x(days[shown]!)} x2={x(days[shown]!)} y1={plot.top} y2={plot.bottom} className="stroke-ink-3" />
          <text x={plot.left} y={11} className="num fill-ink">
            {`${shown === 0 && chart.firstName ? chart.firstName : dayText(days[shown]!)}: ${saysAt(lines, shown)}`}
          </text>
        </g>
      )}
    </svg>
  );
  if (!onOpen) return drawing;
  return (
    <PlotKeys title={chart.title} columns={dayPoints(chart, { scales, plot, dayText })} onOpen={(id) => onOpen(...(id.split('.') as [string, string]))}>
      {drawing}
    </PlotKeys>
  );
}

const saysAt = (lines: readonly DayLine[], at: number): string =>
  lines.flatMap(({ label, values }) => (values[at] === undefined ? [] : [`${label} ${grouped(values[at])}`])).join(' · ');

type Points = readonly (readonly [number, number])[];

function Line({ line, points, floor, weekPx }: { line: DayLine; points: Points; floor: Points; weekPx: number }) {
  const path = pathOf(points, line.shape === 'step' || line.shape === 'area');
  if (line.shape === 'bar')
    return points.map(([x, top], at) => (
      <rect key={x} x={x + 2} y={top} width={Math.max(2, weekPx - 4)} height={Math.max(0, floor[at]![1] - top)} className={FILLS[line.tone]} />
    ));
  const last = points.at(-1);
  if (!last) return null;
  const back = floor.toReversed().map(([x, y]) => `V${y}H${x}`);
  return (
    <g>
      {line.shape === 'area' && <path d={`${path}${back.join('')}Z`} fillOpacity={0.14} className={FILLS[line.tone]} />}
      <path d={path} fill="none" strokeWidth={2} strokeDasharray={line.tone === 'ink' ? '6 3' : undefined} className={STROKES[line.tone]} />
      <circle cx={last[0]} cy={last[1]} r={3} className={FILLS[line.tone]} />
    </g>
  );
}
