import { memo, useId, useImperativeHandle, useLayoutEffect, useMemo, useRef, type MouseEvent, type ReactNode, type Ref } from 'react';
import { cx } from './cx.ts';
import type { Rows } from './rows.ts';
import { rowGeometry, type OddRow } from './row-geometry.ts';
import { useRowDrag, type RowDrag } from './use-row-drag.ts';
import { useRowWindow } from './use-row-window.ts';

export type VirtualRowsHandle = { scrollTo: (id: string) => void; focus: () => void };

export type VirtualRowsProps = {
  label: string;
  /** The rows in their order. The same must be passed as long as nothing moved. */
  ids: Rows;
  /** 34, compact 28, roomy 42, on a phone 46. */
  rowPx: number;
  /** Rows of another height, by index. */
  odd?: readonly OddRow[] | undefined;
  /** Draws what is in a row: cells with `role="gridcell"`, controls with `tabIndex={-1}`. Must be stable: a row is drawn again only when this function changes. */
  renderRow: (id: string) => ReactNode;
  /** The row that the keys are for. The caller moves it; it is kept in view. */
  cursor: string | null;
  selected?: ReadonlySet<string> | undefined;
  /** Rows that are no entries, such as lines: no hover, no selection. */
  isPlain?: ((id: string) => boolean) | undefined;
  /** Makes it a tree: how deep a row stands, from 1, and whether it is expanded; null: it has nothing below it. */
  levelOf?: ((id: string) => { level: number; isExpanded: boolean | null }) | undefined;
  /** Cells of the head, with `role="columnheader"`. */
  head?: ReactNode;
  /** Below the last row, scrolling with it. */
  foot?: ReactNode;
  /** Rows glide to their new places: set it for the 150 ms after a drop. */
  isGliding?: boolean | undefined;
  drag?: RowDrag | undefined;
  /** The row that is dragged: its place is drawn as an empty slot. Pass the rows in the order that the drop would give. */
  lifted?: string | null | undefined;
  onRowClick?: ((id: string, event: MouseEvent) => void) | undefined;
  onRowDoubleClick?: ((id: string, event: MouseEvent) => void) | undefined;
  /** Right click, or a long press that lifted nothing. */
  onRowMenu?: ((id: string, point: { x: number; y: number }) => void) | undefined;
  ref?: Ref<VirtualRowsHandle> | undefined;
};

/** A list of any length as an ARIA grid, of which only what is seen is in the page. */
export function VirtualRows(props: VirtualRowsProps) {
  const { label, ids, rowPx, odd, renderRow, cursor, selected, isPlain, levelOf, head, foot, isGliding = false, drag, lifted = null, ref } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const geometry = useMemo(() => rowGeometry(ids.length, rowPx, odd), [ids.length, rowPx, odd]);
  const cursorIndex = useMemo(() => (cursor === null ? -1 : ids.indexOf(cursor)), [ids, cursor]);
  const { first, last, reveal, isSeen } = useRowWindow(scroller, list, geometry);

  useRowDrag(scroller, drag, props.onRowMenu);

  const before = useRef({ cursor, cursorIndex, wasSeen: true });
  useLayoutEffect(() => {
    // A cursor that somebody else's change moved away is followed only by those who were looking at it.
    if (cursorIndex >= 0 && (cursor !== before.current.cursor || (cursorIndex !== before.current.cursorIndex && before.current.wasSeen))) reveal(cursorIndex);
    before.current = { cursor, cursorIndex, wasSeen: cursorIndex >= 0 && isSeen(cursorIndex) };
  }, [cursor, cursorIndex, reveal, isSeen]);

  useImperativeHandle(
    ref,
    () => ({ scrollTo: (id) => ids.indexOf(id) >= 0 && reveal(ids.indexOf(id)), focus: () => scroller.current?.focus({ preventScroll: true }) }),
    [ids, reveal],
  );

  const shown: number[] = [];
  for (let index = first; index <= last; index += 1) shown.push(index);
  if (cursorIndex >= 0 && (cursorIndex < first || cursorIndex > last)) shown.push(cursorIndex);

  const isUnderPlain = (index: number) => index > 0 && (isPlain?.(ids.at(index - 1) ?? '') ?? false);
  const headRows = head === undefined ? 0 : 1;
  return (
    // What a click does has its keys with the caller, bound for the whole page.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={scroller}
      role={levelOf ? 'treegrid' : 'grid'}
      aria-label={label}
      aria-rowcount={ids.length + headRows}
      aria-multiselectable={selected !== undefined || undefined}
      aria-activedescendant={cursorIndex >= 0 ? `${gridId}${cursor}` : undefined}
      tabIndex={0}
      data-row-scroller
      onClick={(event) => withRow(event, props.onRowClick)}
      onDoubleClick={(event) => withRow(event, props.onRowDoubleClick)}
      onContextMenu={(event) => {
        const id = rowAt(event.target);
        if (id === null || !props.onRowMenu) return;
        event.preventDefault();
        props.onRowMenu(id, { x: event.clientX, y: event.clientY });
      }}
      className="group/rows relative h-full min-h-0 overflow-x-hidden overflow-y-auto overscroll-contain bg-surface outline-none select-none [-webkit-touch-callout:none]"
    >
      {head !== undefined && (
        <div role="rowgroup" className="sticky top-0 z-10 border-b border-edge bg-surface text-xs text-ink-3">
          <div role="row" aria-rowindex={1}>
            {head}
          </div>
        </div>
      )}
      <div ref={list} role="rowgroup" className="relative" style={{ height: geometry.totalPx }}>
        {shown.map((index) => {
          const id = ids.at(index);
          if (id === undefined) return null;
          const isBare = isPlain?.(id) ?? false;
          const depth = levelOf?.(id);
          return (
            <div
              key={id}
              id={`${gridId}${id}`}
              role="row"
              aria-rowindex={index + 1 + headRows}
              aria-level={depth?.level}
              aria-expanded={depth?.isExpanded ?? undefined}
              aria-selected={selected === undefined || isBare ? undefined : selected.has(id)}
              data-row={id}
              data-cursor={id === cursor || undefined}
              data-selected={selected?.has(id) || undefined}
              style={{ height: geometry.heightOf(index), transform: `translateY(${geometry.topOf(index)}px)` }}
              className={cx(
                'group/row absolute inset-x-0 top-0 [contain:layout_style]',
                isBare && 'z-1', // what it says may stand over the row below
                id === lifted ? slotLook : !isBare && rowLook,
                !isBare && id !== lifted && !isUnderPlain(index) && hairline,
                isGliding && 'transition-transform duration-(--glide) ease-ours',
              )}
            >
              <RowContent id={id} renderRow={renderRow} />
            </div>
          );
        })}
      </div>
      {foot !== undefined && (
        <div role="rowgroup">
          <div role="row">
            <div role="gridcell">{foot}</div>
          </div>
        </div>
      )}
    </div>
  );
}

const rowLook = cx(
  'hover:bg-hover data-selected:bg-accent-soft',
  'after:pointer-events-none after:absolute after:inset-y-0 after:start-0 after:w-0.5 data-cursor:after:bg-accent data-cursor:bg-hover data-selected:data-cursor:bg-accent-soft',
  'group-focus-visible/rows:data-cursor:after:w-0.75',
);

/** Between two rows; what is no entry, such as a line, parts them by itself. */
const hairline =
  'before:pointer-events-none before:absolute before:start-8 before:end-4 before:top-0 before:border-t before:border-edge/60 max-tablet:before:start-10.5 max-tablet:before:end-3';

const slotLook =
  '*:invisible after:pointer-events-none after:absolute after:inset-y-px after:start-8 after:end-4 after:rounded-control after:border-[1.5px] after:border-dashed after:border-accent after:bg-accent-soft max-tablet:after:start-3 max-tablet:after:end-3';

const RowContent = memo(function RowContent({ id, renderRow }: { id: string; renderRow: (id: string) => ReactNode }) {
  return renderRow(id);
});

function rowAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null) : null;
}

function withRow(event: MouseEvent, act: ((id: string, event: MouseEvent) => void) | undefined) {
  const id = rowAt(event.target);
  if (id !== null) act?.(id, event);
}
