import { apart, type ChartScales, type Plot } from './chart-scales.ts';
import type { DayCone } from './day-chart.ts';

const LABEL_PX = 34;

/** Where a line may go on from its last day: from there to what it is to reach, as a band between the first and the last day, with the ways in it. */
export function Cone({ cone, from, scales, plot }: { cone: DayCone; from: readonly [x: number, y: number]; scales: ChartScales; plot: Plot }) {
  const { x, y } = scales;
  const to = y(cone.to);
  const ends = cone.ends.map(({ day, label }) => ({ at: x(day), label }));
  const [first, last] = [ends[0]!, ends.at(-1)!];
  const labels = apart(
    ends.map(({ at }) => at),
    { least: LABEL_PX, top: plot.left, bottom: plot.right + LABEL_PX },
  );
  return (
    <g data-cone>
      <path d={`M${from[0]},${from[1]}L${first.at},${to}L${last.at},${to}Z`} fillOpacity={0.16} className="fill-chart-3" />
      {ends.map(({ at, label }) => (
        <line key={label} x1={from[0]} y1={from[1]} x2={at} y2={to} strokeDasharray="4 3" className="stroke-chart-3" />
      ))}
      {ends.map(({ label }, nth) => (
        <text key={label} x={labels[nth]} y={to - 7} textAnchor="middle" className="num fill-ink-2">
          {label}
        </text>
      ))}
    </g>
  );
}
