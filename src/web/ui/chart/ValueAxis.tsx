import { grouped } from '../grouped.ts';
import type { Plot, Tick } from './chart-scales.ts';

/** Thin lines across a chart, each with its value before it. */
export function ValueAxis({ ticks, plot }: { ticks: readonly Tick[]; plot: Pick<Plot, 'left' | 'right'> }) {
  return ticks.map(({ at, value }) => (
    <g key={value}>
      <line x1={plot.left} x2={plot.right} y1={at} y2={at} className="stroke-edge" />
      <text x={plot.left - 6} y={at + 4} textAnchor="end" className="num fill-ink-3">
        {grouped(value)}
      </text>
    </g>
  ));
}
