import { useRef, type ReactNode, type RefObject } from 'react';
import { Download } from 'lucide-react';
import { IconButton } from '../IconButton.tsx';
import { MenuButton } from '../Menu.tsx';
import { saveCsv, savePng, saveSvg } from './save-chart.ts';
import { useWidth } from './use-width.ts';

/** What every chart of a page is shown with. */
export interface Shown {
  readonly today: string;
  /** Shown as its table. */
  readonly isTable: boolean;
  /** What its files are called. */
  readonly name: string;
  /** A drawing that fails is a fault of ours. */
  readonly onFault: (error: unknown) => void;
}

type Table = readonly (readonly string[])[];

interface ChartFrameProps {
  readonly title: string;
  readonly unit: string;
  /** The chart in a sentence. */
  readonly summary: string;
  /** Its twin: a head and rows. */
  readonly table: Table;
  readonly shown: Shown;
  readonly draw: (widthPx: number, svg: RefObject<SVGSVGElement | null>) => ReactNode;
}

/** A chart with its table twin, which a screen reader is given in any case, and its ways out. */
export function ChartFrame({ title, unit, summary, table, shown, draw }: ChartFrameProps) {
  const svg = useRef<SVGSVGElement>(null);
  const { ref, widthPx } = useWidth<HTMLDivElement>(560);
  return (
    <figure aria-label={title} className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-1 rounded-panel border border-edge bg-surface p-3">
      <figcaption className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate font-semibold">{title}</h3>
        <span className="text-s text-ink-3">{unit}</span>
        <SaveMenu title={title} table={table} shown={shown} svg={svg} />
      </figcaption>
      <div ref={ref} className="min-w-0">
        {shown.isTable ? (
          <TableTwin caption={`${title}, ${unit}`} title={title} table={table} isHidden={false} />
        ) : (
          <>
            <p className="sr-only">{summary}</p>
            {draw(widthPx, svg)}
            <TableTwin caption={`${title}, ${unit}`} title={title} table={table} isHidden />
          </>
        )}
      </div>
    </figure>
  );
}

interface SaveMenuProps {
  readonly title: string;
  readonly table: Table;
  readonly shown: Shown;
  readonly svg: RefObject<SVGSVGElement | null>;
}

function SaveMenu({ title, table, shown: { isTable, name, onFault }, svg }: SaveMenuProps) {
  const file = `${name} ${title}`;
  const drawing = (save: (svg: SVGSVGElement) => void) => () => svg.current && save(svg.current);
  return (
    <MenuButton
      label={`Save ${title}`}
      entries={[
        ...(isTable
          ? []
          : [
              { id: 'svg', label: 'SVG', run: drawing((element) => saveSvg(file, element)) },
              { id: 'png', label: 'PNG', run: drawing((element) => void savePng(file, element).catch(onFault)) },
            ]),
        { id: 'csv', label: 'CSV', run: () => saveCsv(file, table) },
      ]}
      trigger={(opener) => <IconButton label={`Save ${title}`} icon={<Download aria-hidden="true" />} {...opener} />}
    />
  );
}

function TableTwin({ caption, title, table: [head = [], ...rows], isHidden }: { caption: string; title: string; table: Table; isHidden: boolean }) {
  const table = (
    <table className="num w-full text-s">
      <caption className="sr-only">{caption}</caption>
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
        {rows.toReversed().map(([first = '', ...values]) => (
          <tr key={first} className="border-t border-edge">
            <th scope="row" className="py-1 text-start font-normal">
              {first}
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
    <div role="region" aria-label={`${title} as a table`} tabIndex={0} className="max-h-65 overflow-y-auto">
      {table}
    </div>
  );
}
