import { useRef, type ReactNode, type RefObject } from 'react';
import { Download } from 'lucide-react';
import { IconButton } from '../IconButton.tsx';
import { MenuButton } from '../Menu.tsx';
import { saveCsv, savePng, saveSvg } from './save-chart.ts';
import { TableTwin, type Opens, type Table } from './TableTwin.tsx';
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

interface ChartFrameProps {
  readonly title: string;
  readonly unit: string;
  /** The chart in a sentence. */
  readonly summary: string;
  /** Its twin: a head and rows. */
  readonly table: Table;
  /** What the cells of the table open. */
  readonly opens?: Opens | undefined;
  readonly isInOrder?: boolean;
  /** What one must know to read it, in a plain sentence or two. */
  readonly note?: string | undefined;
  readonly shown: Shown;
  readonly draw: (widthPx: number, svg: RefObject<SVGSVGElement | null>) => ReactNode;
}

/** A chart with its table twin, which a screen reader is given in any case, and its ways out. */
export function ChartFrame({ title, unit, summary, table, opens, isInOrder = false, note, shown, draw }: ChartFrameProps) {
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
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by key, so it takes the focus
          <div role="region" aria-label={`${title} as a table`} tabIndex={0} className="max-h-65 overflow-y-auto">
            <TableTwin title={title} unit={unit} table={table} opens={opens} isInOrder={isInOrder} />
          </div>
        ) : (
          <>
            <p className="sr-only">{summary}</p>
            {draw(widthPx, svg)}
            <div className="sr-only">
              <TableTwin title={title} unit={unit} table={table} opens={undefined} isInOrder={isInOrder} />
            </div>
          </>
        )}
      </div>
      {note !== undefined && <p className="text-s text-pretty text-ink-2">{note}</p>}
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
