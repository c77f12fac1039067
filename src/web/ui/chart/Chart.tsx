import { useRef, type RefObject } from 'react';
import { Download } from 'lucide-react';
import { exactDay, shortDay } from '../format-day.ts';
import { IconButton } from '../IconButton.tsx';
import { MenuButton } from '../Menu.tsx';
import { summaryOf, tableOf, type DayChart } from './day-chart.ts';
import { DayPlot } from './DayPlot.tsx';
import { saveCsv, savePng, saveSvg } from './save-chart.ts';
import { useWidth } from './use-width.ts';

interface ChartProps {
  readonly chart: DayChart;
  readonly today: string;
  /** Shown as its table. */
  readonly isTable: boolean;
  /** What its files are called. */
  readonly name: string;
  /** A drawing that fails is a fault of ours. */
  readonly onFault: (error: unknown) => void;
}

/** A chart with its table twin, which a screen reader is given in any case, and its ways out. */
export function Chart({ chart, today, isTable, name, onFault }: ChartProps) {
  const svg = useRef<SVGSVGElement>(null);
  const { ref, widthPx } = useWidth<HTMLDivElement>(560);
  return (
    <figure aria-label={chart.title} className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-1 rounded-panel border border-edge bg-surface p-3">
      <figcaption className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate font-semibold">{chart.title}</h3>
        <span className="text-s text-ink-3">{chart.unit}</span>
        <SaveMenu chart={chart} name={`${name} ${chart.title}`} svg={svg} isDrawn={!isTable} onFault={onFault} />
      </figcaption>
      <div ref={ref} className="min-w-0">
        {isTable ? (
          <Table chart={chart} isHidden={false} />
        ) : (
          <>
            <p className="sr-only">{summaryOf(chart, exactDay)}</p>
            <DayPlot ref={svg} chart={chart} widthPx={widthPx} dayText={(day) => shortDay(day, today)} />
            <Table chart={chart} isHidden />
          </>
        )}
      </div>
    </figure>
  );
}

interface SaveMenuProps {
  readonly chart: DayChart;
  readonly name: string;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly isDrawn: boolean;
  readonly onFault: (error: unknown) => void;
}

function SaveMenu({ chart, name, svg, isDrawn, onFault }: SaveMenuProps) {
  const drawing = (save: (svg: SVGSVGElement) => void) => () => svg.current && save(svg.current);
  return (
    <MenuButton
      label={`Save ${chart.title}`}
      entries={[
        ...(isDrawn
          ? [
              { id: 'svg', label: 'SVG', run: drawing((element) => saveSvg(name, element)) },
              { id: 'png', label: 'PNG', run: drawing((element) => void savePng(name, element).catch(onFault)) },
            ]
          : []),
        { id: 'csv', label: 'CSV', run: () => saveCsv(name, tableOf(chart)) },
      ]}
      trigger={(opener) => <IconButton label={`Save ${chart.title}`} icon={<Download aria-hidden="true" />} {...opener} />}
    />
  );
}

function Table({ chart, isHidden }: { chart: DayChart; isHidden: boolean }) {
  const [head = [], ...rows] = tableOf(chart);
  const table = (
    <table className="num w-full text-s">
      <caption className="sr-only">{`${chart.title}, ${chart.unit}`}</caption>
      <thead className="sticky top-0 bg-surface">
        <tr>
          {head.map((name, at) => (
            <th key={name} scope="col" className={at === 0 ? 'py-1 text-start font-medium text-ink-2' : 'py-1 text-end font-medium text-ink-2'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map(([day = '', ...values]) => (
          <tr key={day} className="border-t border-edge">
            <th scope="row" className="py-1 text-start font-normal">
              {day}
            </th>
            {values.map((value, at) => (
              <td key={head[at + 1]} className="py-1 text-end">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (isHidden) return <div className="sr-only">{table}</div>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by key, so it takes the focus
    <div role="region" aria-label={`${chart.title} as a table`} tabIndex={0} className="max-h-65 overflow-y-auto">
      {table}
    </div>
  );
}
