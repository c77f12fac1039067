import type { CSSProperties, ReactNode } from 'react';
import type { Item } from '../../domain/backlog/item.ts';
import { rollUpOf } from '../../domain/backlog/roll-up.ts';
import { aboveTheLine } from '../../domain/cutline/above-the-line.ts';
import { useDrawn } from '../cutline/lines-board.ts';
import { estimateSums, rollUpWords } from '../item/roll-up-words.ts';
import { useLook, useRecord } from '../store/hooks.ts';
import { cx } from '../ui/cx.ts';
import { ExpandButton } from './ExpandButton.tsx';
import { TypeMark } from './marks/TypeMark.tsx';
import { EstimateCell } from './row/EstimateCell.tsx';
import { AssigneeCell, KeyCell, StateCell } from './row/ItemRow.tsx';
import { TitleCell } from './row/TitleCell.tsx';
import type { TreeRow } from './tree-rows.ts';

const columns =
  'grid h-full grid-cols-[62px_minmax(0,1fr)_176px_120px_72px_22px_24px] items-center gap-2 ps-4 pe-4 tablet:@max-5xl/main:grid-cols-[62px_minmax(0,1fr)_72px_72px_22px_24px] max-tablet:grid-cols-[minmax(0,1fr)_24px_60px] max-tablet:px-3';
const wideOnly = '@max-5xl/main:hidden max-tablet:hidden';
const notOnPhone = 'max-tablet:hidden';

interface TreeItemRowProps {
  readonly row: TreeRow;
  readonly canEdit: boolean;
  /** Where a lifted row would go, if it is here. */
  readonly edge: 'above' | 'below' | null;
  readonly onExpand: (id: string, isOpened: boolean) => void;
}

/** A row of the tree. One with children shows what they add up to, each kind of estimate by itself. */
export function TreeItemRow({ row, canEdit, edge, onExpand }: TreeItemRowProps) {
  const item = useRecord('item', row.id);
  if (!item) return null;
  return (
    <div
      className={cx(columns, edge !== null && edgeLook[edge])}
      style={{ '--level': row.level, '--drop': edge === 'below' && row.isExpanded ? row.level + 1 : row.level } as CSSProperties}
    >
      <KeyCell id={row.id} />
      <div
        role="presentation"
        className="flex h-full min-w-0 items-center gap-1.5 ps-[calc((var(--level)-1)*20px)] max-tablet:ps-[calc((var(--level)-1)*12px)]"
      >
        <span role="gridcell" className="flex shrink-0 items-center gap-1.5">
          {row.hasChildren ? (
            <ExpandButton isExpanded={row.isExpanded} label={row.isExpanded ? 'Collapse' : 'Expand'} onExpand={(isOpened) => onExpand(row.id, isOpened)} />
          ) : (
            <span className="size-5 shrink-0" />
          )}
          <TypeMark type={item.type} />
        </span>
        <TitleCell item={item} canEdit={canEdit} />
      </div>
      <LineCell item={item} />
      <ProgressCell item={item} />
      <SumsCell item={item} hasChildren={row.hasChildren} canEdit={canEdit} />
      <StateCell item={item} canEdit={canEdit} />
      <AssigneeCell item={item} canEdit={canEdit} />
    </div>
  );
}

/** The line of a drop begins where the level begins that the row would be on. */
const dropLine =
  'relative before:absolute before:start-[calc(106px+(var(--drop)-1)*20px)] before:end-4 before:h-0.5 before:rounded-full before:bg-accent max-tablet:before:start-[calc(32px+(var(--drop)-1)*12px)]';
const edgeLook = { above: `${dropLine} before:top-0`, below: `${dropLine} before:bottom-0` };

/** `3 of 5 above the line`, for a parent whose rows a line could take. */
function LineCell({ item }: { item: Item }) {
  const says = useDrawn(({ view, lines }) => {
    const now = view.find('item', item.id);
    const count = now && lines.lines.length > 0 && (now.type === 'epic' || now.type === 'feature') ? aboveTheLine(view, lines, now) : null;
    return count ? `${count.above} of ${count.of} above the line` : '';
  });
  return (
    <span role="gridcell" className={cx('num truncate text-s text-ink-2', wideOnly)}>
      {says}
    </span>
  );
}

function ProgressCell({ item }: { item: Item }) {
  const sums = useLook((view) => rollUpOf(view, item), [item]);
  return (
    <span role="gridcell" className={cx('flex items-center gap-2 text-s text-ink-2', notOnPhone)} data-tip={sums ? rollUpWords(sums) : undefined}>
      {sums && (
        <>
          <span aria-hidden="true" className="h-1 min-w-4 flex-1 overflow-hidden rounded-full bg-edge @max-5xl/main:hidden">
            <span className="block h-full rounded-full bg-done" style={{ width: `${(sums.done / sums.parts) * 100}%` }} />
          </span>
          <span className="num shrink-0">
            {sums.done} of {sums.parts}
          </span>
        </>
      )}
    </span>
  );
}

/** What the parts add up to, or what the item itself is estimated at. */
function SumsCell({ item, hasChildren, canEdit }: { item: Item; hasChildren: boolean; canEdit: boolean }) {
  const sums = useLook((view) => (hasChildren && item.estimate === null ? rollUpOf(view, item) : null), [item, hasChildren]);
  if (!sums) return <EstimateCell item={item} canEdit={canEdit} />;
  return (
    <span role="gridcell" className="num truncate text-end text-s text-ink-2 max-tablet:order-last" data-tip={rollUpWords(sums)}>
      {estimateSums({ ...sums, pointsDone: 0 })}
    </span>
  );
}

/** The names of the columns. */
export function TreeHead({ children }: { children: ReactNode }) {
  return (
    <div className={cx(columns, 'h-7 max-tablet:hidden')}>
      <span role="columnheader">Key</span>
      <span role="columnheader" className="flex items-center gap-2">
        Title {children}
      </span>
      <span role="columnheader" aria-label="Above the line" className={wideOnly} />
      <span role="columnheader">Done</span>
      <span role="columnheader" className="text-end">
        Estimate
      </span>
      <span role="columnheader" aria-label="State" />
      <span role="columnheader" aria-label="Assignee" />
    </div>
  );
}
