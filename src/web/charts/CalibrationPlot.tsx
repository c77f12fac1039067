import type { Ref } from 'react';
import { scaleLinear } from 'd3-scale';
import type { TeamCalibration } from '../../domain/forecast/calibration.ts';
import { ChartFrame, type Shown } from '../ui/chart/ChartFrame.tsx';
import { percentOf } from '../ui/percent.ts';

const ROW_PX = 24;
const LABEL_PX = 118;
const SAYS_PX = 112;

/** How often what came lay in the ranges that a team's past forecasts gave: filled as far as it did, with a mark where the range said. */
export function CalibrationPlot({ told, team, shown }: { told: TeamCalibration; team: string; shown: Shown }) {
  const rows = rowsOf(told);
  const title = `Forecasts of ${team} so far`;
  return (
    <ChartFrame
      title={title}
      unit="outcomes within the range"
      summary={`${title}: ${rows.map(({ name, within, forecasts }) => `${name} range: ${percentOf(within)} of ${forecasts}`).join('; ')}.`}
      table={[
        ['Ahead, range', 'Came within', 'Forecasts', `Mean width, ${told.unit}`],
        ...rows.map(({ name, within, forecasts, width }) => [name, percentOf(within), String(forecasts), width.toFixed(1)]),
      ]}
      isInOrder
      shown={shown}
      draw={(widthPx, svg) => <Plot ref={svg} rows={rows} widthPx={widthPx} />}
    />
  );
}

interface PlotRow {
  readonly name: string;
  readonly share: number;
  readonly within: number;
  readonly width: number;
  readonly forecasts: number;
}

const rowsOf = ({ ahead }: TeamCalibration): PlotRow[] =>
  ahead
    .filter(({ isEnough }) => isEnough)
    .flatMap(({ weeks, forecasts, ranges }) => ranges.map((range) => ({ ...range, name: `${weeks} weeks, ${percentOf(range.share)}`, forecasts })));

function Plot({ rows, widthPx, ref }: { rows: readonly PlotRow[]; widthPx: number; ref: Ref<SVGSVGElement> }) {
  const x = scaleLinear([0, 1], [LABEL_PX, Math.max(LABEL_PX + 60, widthPx - SAYS_PX)]);
  const heightPx = rows.length * ROW_PX + 8;
  return (
    <svg ref={ref} aria-hidden="true" viewBox={`0 0 ${widthPx} ${heightPx}`} className="block w-full font-ui text-s" style={{ height: heightPx }}>
      {rows.map(({ name, share, within, forecasts }, at) => (
        <g key={name} transform={`translate(0 ${at * ROW_PX + 4})`}>
          <text x={0} y={15} className="num fill-ink-2">
            {name}
          </text>
          <rect x={x(0)} y={6} width={x(1) - x(0)} height={11} rx={2} className="fill-sunken" />
          <rect x={x(0)} y={6} width={x(within) - x(0)} height={11} rx={2} className="fill-chart-1" />
          <line x1={x(share)} x2={x(share)} y1={2} y2={21} strokeWidth={2} className="stroke-ink" />
          <text x={x(1) + 8} y={15} className="num fill-ink-2">
            {percentOf(within)} of {forecasts}
          </text>
        </g>
      ))}
    </svg>
  );
}
