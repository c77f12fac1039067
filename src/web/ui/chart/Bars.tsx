import type { Ref } from 'react';
import { scaleBand, scaleLinear } from 'd3-scale';
import { ChartFrame, type Shown } from './ChartFrame.tsx';
import { apart, axisPx } from './chart-scales.ts';
import { PlotKeys } from './PlotKeys.tsx';
import { ValueAxis } from './ValueAxis.tsx';

/** One thing with what was meant and what came of it. */
export interface Bar {
  readonly id: string;
  readonly name: string;
  readonly meant: number;
  readonly came: number;
}

export interface BarsChart {
  readonly title: string;
  readonly unit: string;
  /** What the bars are: `Sprint`. */
  readonly nameLabel: string;
  /** What was meant and what came are called. */
  readonly labels: { readonly meant: string; readonly came: string };
  /** Oldest first. */
  readonly bars: readonly Bar[];
  /** Drawn across: the middle, and a band from the least to the most. */
  readonly range: { readonly median: number; readonly least: number; readonly most: number; readonly says: string };
  readonly onOpen: (id: string) => void;
}

const HEIGHT_PX = 260;
const LABELS_PX = 104;
/** So wide is a letter of a name, generously. */
const LETTER_PX = 6.6;

/** Things beside each other, each hollow as far as it was meant and filled as far as it came: it opens when it is pressed. */
export function Bars({ chart, ...shown }: { chart: BarsChart } & Shown) {
  const { title, unit, nameLabel, labels, bars, range } = chart;
  return (
    <ChartFrame
      title={title}
      unit={unit}
      summary={`${title}: ${range.says}.`}
      table={[[nameLabel, labels.meant, labels.came], ...bars.map(({ name, meant, came }) => [name, String(meant), String(came)])]}
      shown={shown}
      opens={(row, column) => (column === 0 ? () => chart.onOpen(bars[row]!.id) : null)}
      draw={(widthPx, svg) => <Plot ref={svg} chart={chart} widthPx={widthPx} />}
    />
  );
}

function Plot({ chart, widthPx, ref }: { chart: BarsChart; widthPx: number; ref: Ref<SVGSVGElement> }) {
  const { bars, range, labels, onOpen } = chart;
  const most = Math.max(1, ...bars.flatMap(({ meant, came }) => [meant, came]));
  const plot = { left: axisPx(most), right: Math.max(80, widthPx - LABELS_PX), top: 14, bottom: HEIGHT_PX - 26 };
  const y = scaleLinear([0, most], [plot.bottom, plot.top]).nice(4);
  const x = scaleBand(
    bars.map(({ id }) => id),
    [plot.left, plot.right],
  ).padding(0.3);
  const every = Math.ceil((Math.max(1, ...bars.map(({ name }) => name.length)) * LETTER_PX + 8) / x.step());
  const says = [
    { value: range.most, text: `most ${range.most}` },
    { value: range.median, text: `median ${range.median}` },
    { value: range.least, text: `least ${range.least}` },
  ];
  const saysAt = apart(
    says.map(({ value }) => y(value)),
    { least: 15, top: plot.top, bottom: plot.bottom },
  );
  const columns = bars.map(({ id, name, meant, came }) => [
    { id, band: '', says: saysOf(labels, { name, meant, came }), x: x(id)!, y: plot.top, width: x.bandwidth(), height: plot.bottom - plot.top },
  ]);
  return (
    <PlotKeys title={chart.title} columns={columns} onOpen={onOpen} isExact>
      <svg ref={ref} aria-hidden="true" viewBox={`0 0 ${widthPx} ${HEIGHT_PX}`} className="block w-full font-ui text-s" style={{ height: HEIGHT_PX }}>
        <ValueAxis ticks={y.ticks(5).map((value) => ({ at: y(value), value }))} plot={plot} />
        <rect
          x={plot.left}
          y={y(range.most)}
          width={plot.right - plot.left}
          height={y(range.least) - y(range.most)}
          fillOpacity={0.12}
          className="fill-chart-2"
        />
        {bars.map(({ id, name, meant, came }, at) => (
          <g key={id} className="cursor-pointer" onClick={() => onOpen(id)}>
            <title>{saysOf(labels, { name, meant, came })}</title>
            <rect x={x(id)} y={plot.top} width={x.bandwidth()} height={plot.bottom - plot.top} fillOpacity={0} />
            <rect x={x(id)} y={y(came)} width={x.bandwidth()} height={plot.bottom - y(came)} className="fill-chart-1" />
            <rect x={x(id)} y={y(meant)} width={x.bandwidth()} height={plot.bottom - y(meant)} fill="none" strokeDasharray="3 3" className="stroke-ink-2" />
            {(bars.length - 1 - at) % every === 0 && (
              <text x={x(id)! + x.bandwidth() / 2} y={HEIGHT_PX - 8} textAnchor="middle" className="fill-ink-3">
                {name}
              </text>
            )}
          </g>
        ))}
        <line x1={plot.left} x2={plot.right} y1={y(range.median)} y2={y(range.median)} strokeWidth={2} className="stroke-chart-2" />
        {says.map(({ text }, at) => (
          <text key={text} x={plot.right + 6} y={saysAt[at]! + 4} className={at === 1 ? 'num fill-chart-2 font-medium' : 'num fill-ink-2'}>
            {text}
          </text>
        ))}
      </svg>
    </PlotKeys>
  );
}

const saysOf = (labels: BarsChart['labels'], { name, meant, came }: Pick<Bar, 'name' | 'meant' | 'came'>): string =>
  `${name}: ${labels.meant} ${meant}, ${labels.came} ${came}`;
