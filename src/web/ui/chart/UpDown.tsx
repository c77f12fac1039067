import type { Ref } from 'react';
import { scaleBand, scaleLinear } from 'd3-scale';
import { grouped } from '../grouped.ts';
import { ChartFrame, type Shown } from './ChartFrame.tsx';
import { apart, axisPx } from './chart-scales.ts';
import { PlotKeys } from './PlotKeys.tsx';
import type { PlotPoint } from './plot-points.ts';
import type { Opens, Table } from './TableTwin.tsx';
import { ValueAxis } from './ValueAxis.tsx';

/** A part of what came, drawn up, or of what went, drawn down. */
export interface UpDownBand {
  readonly id: string;
  readonly label: string;
  readonly side: 'up' | 'down';
  readonly look: string;
  /** One for each column. */
  readonly values: readonly number[];
}

export interface UpDownChart {
  readonly title: string;
  readonly unit: string;
  readonly summary: string;
  readonly note: string;
  /** Oldest first. */
  readonly columns: readonly { readonly id: string; readonly label: string; readonly says: string }[];
  /** From the middle outwards. */
  readonly bands: readonly UpDownBand[];
  /** What is left of both, as a line. */
  readonly net: { readonly label: string; readonly values: readonly number[] };
  readonly table: Table;
  readonly opens: Opens;
  readonly onOpen: (column: string, band: string) => void;
}

const HEIGHT_PX = 260;
const LABELS_PX = 128;
/** So wide is the name of a column, generously. */
const NAME_PX = 52;

/** What came above a line and what went below it, column by column, with what that makes: each part opens. */
export function UpDown({ chart, ...shown }: { chart: UpDownChart } & Shown) {
  const { title, unit, summary, note, table, opens } = chart;
  return (
    <ChartFrame
      title={title}
      unit={unit}
      summary={summary}
      note={note}
      table={table}
      opens={opens}
      shown={shown}
      draw={(widthPx, svg) => <Plot ref={svg} chart={chart} widthPx={widthPx} />}
    />
  );
}

function Plot({ chart, widthPx, ref }: { chart: UpDownChart; widthPx: number; ref: Ref<SVGSVGElement> }) {
  const { columns, bands, net } = chart;
  const reach = (side: UpDownBand['side']) => Math.max(1, ...columns.map((_, at) => heightBelow(bands, { side, at })));
  const plot = { left: axisPx(Math.max(reach('up'), reach('down'))), right: Math.max(80, widthPx - LABELS_PX), top: 14, bottom: HEIGHT_PX - 26 };
  const y = scaleLinear([Math.min(-reach('down'), ...net.values), Math.max(reach('up'), ...net.values)], [plot.bottom, plot.top]).nice(4);
  const x = scaleBand(
    columns.map(({ id }) => id),
    [plot.left, plot.right],
  ).padding(0.25);
  const points = columns.map((_, at) => pointsOf(chart, { at, x, y }));
  const middles = columns.map(({ id }) => x(id)! + x.bandwidth() / 2);
  const every = Math.max(1, Math.ceil(NAME_PX / x.step()));
  const last = columns.length - 1;
  const says = [
    ...bands.map(({ label, side, look, values }) => ({
      text: `${label} ${grouped(values[last]!)}`,
      look,
      at: y(side === 'up' ? reach('up') : -reach('down')),
    })),
    { text: `${net.label} ${signed(net.values[last]!)}`, look: 'fill-ink', at: y(net.values[last]!) },
  ];
  const saysAt = apart(
    says.map(({ at }) => at),
    { least: 15, top: plot.top, bottom: plot.bottom },
  );
  return (
    <PlotKeys title={chart.title} columns={points.filter((column) => column.length > 0)} onOpen={(id) => chart.onOpen(...(id.split('.') as [string, string]))}>
      <svg ref={ref} aria-hidden="true" viewBox={`0 0 ${widthPx} ${HEIGHT_PX}`} className="block w-full font-ui text-s" style={{ height: HEIGHT_PX }}>
        <ValueAxis
          ticks={y
            .ticks(5)
            .filter(Number.isInteger)
            .map((value) => ({ at: y(value), value }))}
          plot={plot}
        />
        {columns.map(({ id, label }, at) => (
          <g key={id}>
            {points[at]!.map((point) => (
              <rect
                key={point.id}
                x={point.x}
                y={point.y}
                width={point.width}
                height={point.height}
                className={bands.find((band) => band.id === point.band)!.look}
              >
                <title>{point.says}</title>
              </rect>
            ))}
            {(last - at) % every === 0 && (
              <text x={middles[at]} y={HEIGHT_PX - 8} textAnchor="middle" className="fill-ink-3">
                {label}
              </text>
            )}
          </g>
        ))}
        <line x1={plot.left} x2={plot.right} y1={y(0)} y2={y(0)} className="stroke-ink-3" />
        <path
          d={net.values.map((value, at) => `${at === 0 ? 'M' : 'L'}${middles[at]},${y(value)}`).join('')}
          fill="none"
          strokeWidth={2}
          className="stroke-ink"
        />
        {net.values.map((value, at) => (
          <circle key={columns[at]!.id} cx={middles[at]} cy={y(value)} r={3} className="fill-ink" />
        ))}
        {says.map(({ text, look }, at) => (
          <text key={text} x={plot.right + 8} y={saysAt[at]! + 4} className={`num font-medium ${look}`}>
            {text}
          </text>
        ))}
      </svg>
    </PlotKeys>
  );
}

/** `+3`, `−2`, `0` */
export const signed = (value: number): string => (value > 0 ? `+${grouped(value)}` : grouped(value).replace('-', '−'));

/** How much stands on one side of a column, up to a band where one is named. */
function heightBelow(bands: readonly UpDownBand[], { side, at, until }: { side: UpDownBand['side']; at: number; until?: UpDownBand }): number {
  let height = 0;
  for (const band of bands) {
    if (band === until) break;
    if (band.side === side) height += band.values[at]!;
  }
  return height;
}

type Scales = { readonly x: (id: string) => number | undefined; readonly y: (value: number) => number };

/** The parts of a column that are not nothing, from the top. */
function pointsOf({ columns, bands }: UpDownChart, { at, x, y }: Scales & { at: number }): PlotPoint[] {
  const { id, says } = columns[at]!;
  const width = (x as unknown as { bandwidth: () => number }).bandwidth();
  const points = bands.flatMap((band): PlotPoint[] => {
    const value = band.values[at]!;
    if (value === 0) return [];
    const from = heightBelow(bands, { side: band.side, at, until: band });
    const [near, far] = band.side === 'up' ? [y(from), y(from + value)] : [y(-from), y(-from - value)];
    const place = { x: x(id)!, width, y: Math.min(near, far), height: Math.abs(near - far) };
    return [{ id: `${id}.${band.id}`, band: band.id, says: `${says}: ${band.label} ${grouped(value)}`, ...place }];
  });
  return points.toSorted((a, b) => a.y - b.y);
}
