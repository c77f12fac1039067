import type { Ref } from 'react';
import { scaleLinear } from 'd3-scale';
import { ChartFrame, type Shown } from './ChartFrame.tsx';
import { PlotKeys } from './PlotKeys.tsx';

/** How long half of some things took at most, and 85 % of them. */
export interface Span {
  readonly id: string;
  readonly name: string;
  /** Classes of the bar. */
  readonly look: string;
  readonly half: number;
  readonly most: number;
  /** Longer than the scale of the others, its bar is cut. */
  readonly mayBeCut: boolean;
  readonly cells: readonly string[];
}

export interface SpansChart {
  readonly title: string;
  readonly unit: string;
  readonly summary: string;
  readonly note: string;
  /** The names of the columns: of the span, and of its cells. */
  readonly head: readonly string[];
  /** Some in their order, and apart from them others that sum them up. */
  readonly groups: readonly (readonly Span[])[];
  readonly onOpen: (id: string) => void;
}

const ROW_PX = 26;
const GAP_PX = 12;
const NAME_PX = 116;
const SAYS_PX = 116;
/** So wide is a letter of a name, generously. */
const LETTER_PX = 6.8;

/** Things below each other, each filled as far as half of it took and lighter as far as 85 %: each opens. */
export function Spans({ chart, ...shown }: { chart: SpansChart } & Shown) {
  const { title, unit, summary, note, head, groups } = chart;
  const rows = groups.flat();
  return (
    <ChartFrame
      title={title}
      unit={unit}
      summary={summary}
      note={note}
      table={[head, ...rows.map(({ name, cells }) => [name, ...cells])]}
      opens={(row, column) => (column === 0 ? () => chart.onOpen(rows[row]!.id) : null)}
      isInOrder
      shown={shown}
      draw={(widthPx, svg) => <Plot ref={svg} chart={chart} widthPx={widthPx} />}
    />
  );
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

function Plot({ chart, widthPx, ref }: { chart: SpansChart; widthPx: number; ref: Ref<SVGSVGElement> }) {
  const { groups, onOpen, title } = chart;
  const rows = groups
    .flatMap((group, nth) => group.map((span) => ({ span, nth })))
    .map(({ span, nth }, at) => ({ ...span, top: at * ROW_PX + nth * GAP_PX + 4 }));
  const reach = Math.max(1, ...rows.filter(({ mayBeCut }) => !mayBeCut).map(({ most }) => most));
  const x = scaleLinear([0, reach], [NAME_PX, Math.max(NAME_PX + 60, widthPx - SAYS_PX)]).clamp(true);
  const heightPx = rows.length * ROW_PX + groups.length * GAP_PX;
  const points = rows.map(({ id, name, half, most, top }) => ({
    id,
    band: id,
    says: `${name}: half within ${days(half)}, 85 % within ${days(most)}`,
    x: 0,
    y: top,
    width: widthPx,
    height: ROW_PX - 4,
  }));
  return (
    <PlotKeys title={title} columns={[points]} onOpen={onOpen} isTold>
      <svg ref={ref} aria-hidden="true" viewBox={`0 0 ${widthPx} ${heightPx}`} className="block w-full font-ui text-s" style={{ height: heightPx }}>
        {rows.map(({ id, name, look, half, most, top }, at) => (
          <g key={id} transform={`translate(0 ${top})`}>
            <title>{points[at]!.says}</title>
            <text x={0} y={15} className="fill-ink-2">
              {name.length * LETTER_PX > NAME_PX ? `${name.slice(0, Math.floor(NAME_PX / LETTER_PX) - 1)}…` : name}
            </text>
            <rect x={x(0)} y={4} width={Math.max(1, x(most) - x(0))} height={14} fillOpacity={0.3} className={look} />
            <rect x={x(0)} y={4} width={Math.max(1, x(half) - x(0))} height={14} className={look} />
            {most > reach && <path d={`M${x(reach) - 12},20l6,-18M${x(reach) - 6},20l6,-18`} strokeWidth={2} className="stroke-surface" />}
            <text x={x(reach) + 8} y={15} className="num fill-ink-2">
              {`${half} d, 85 %: ${most} d`}
            </text>
          </g>
        ))}
      </svg>
    </PlotKeys>
  );
}
