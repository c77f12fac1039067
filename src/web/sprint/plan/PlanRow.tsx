import type { ReactNode } from 'react';
import { isGuessed, sizeOf, sizingOf } from '../../../domain/cutline/size.ts';
import { unitOf } from '../../../domain/capacity/unit.ts';
import type { Item } from '../../../domain/backlog/item.ts';
import { unmetBlocker } from '../../../domain/dependency/blockers.ts';
import { nameIn } from '../../app/name-in.ts';
import { ExpandButton } from '../../backlog/ExpandButton.tsx';
import { TypeMark } from '../../backlog/marks/TypeMark.tsx';
import { useList } from '../../backlog/list-state.ts';
import { notOnPhone } from '../../backlog/row/columns.ts';
import { EstimateButton } from '../../backlog/row/EstimateCell.tsx';
import { AssigneeCell, KeyCell, StateCell } from '../../backlog/row/ItemRow.tsx';
import { ReadinessCell } from '../../readiness/ReadinessCell.tsx';
import { useLook, useRecord } from '../../store/hooks.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { breakdownOf } from './task-rows.ts';

const base = 'grid h-full items-center gap-2 pe-3 max-tablet:px-3';
const columns = `${base} grid-cols-[18px_62px_minmax(0,1fr)_18px_42px_22px_24px_26px] ps-4 max-tablet:grid-cols-[18px_minmax(0,1fr)_44px_24px_40px]`;
/** With a place in front that expands it. */
const columnsOfCard = `${base} grid-cols-[18px_18px_62px_minmax(0,1fr)_18px_42px_22px_24px_26px] ps-2 max-tablet:grid-cols-[20px_18px_minmax(0,1fr)_44px_24px_40px]`;

export interface PlanRowProps {
  readonly id: string;
  readonly canEdit: boolean;
  /** What brings it to the other side. */
  readonly action: { readonly label: string; readonly icon: ReactNode; readonly run: (id: string) => void } | null;
  /** Says what it waits for: what is in this sprint comes first; null: nothing does. Left out where that is not asked. */
  readonly waitsIn?: string | null;
  /** The day on which it came in after the start; left out for what was there then. */
  readonly addedOn?: string | undefined;
  /** Whether its tasks are shown below it, and what shows and hides them; left out where tasks are not shown. */
  readonly tasks?: { readonly isExpanded: boolean; readonly onExpand: (id: string, isOpened: boolean) => void };
}

/** One item on either side of the planning. */
export function PlanRow({ id, canEdit, action, waitsIn, addedOn, tasks }: PlanRowProps) {
  const item = useRecord('item', id);
  const isOutlined = useList((list) => list.outlined.has(id));
  if (!item) return null;
  return (
    <div className={cx(tasks ? columnsOfCard : columns, isOutlined && 'outline-2 -outline-offset-2 outline-accent')}>
      {tasks && <ExpandCell item={item} canEdit={canEdit} {...tasks} />}
      <span role="gridcell">
        <TypeMark type={item.type} />
      </span>
      <KeyCell id={id} />
      <span role="gridcell" data-cell="title" className="flex min-w-0 items-center gap-2">
        <span title={item.title} dir="auto" className={cx('truncate', item.closedOn !== null && 'text-ink-3 line-through')}>
          {item.title}
        </span>
        {addedOn !== undefined && <span className="num shrink-0 rounded-small bg-sunken px-1.5 text-xs leading-4.5 text-ink-2">{addedOn}</span>}
        {tasks && <BreakdownText card={id} />}
        {waitsIn !== undefined && <WaitsFor item={item} sprint={waitsIn} />}
      </span>
      <ReadinessCell item={item} />
      <SizeCell item={item} canEdit={canEdit} />
      <StateCell item={item} canEdit={canEdit} />
      <AssigneeCell item={item} canEdit={canEdit} />
      <span role="gridcell" className={action === null ? notOnPhone : undefined}>
        {action && <IconButton label={action.label} icon={action.icon} tabIndex={-1} data-no-drag onClick={() => action.run(id)} />}
      </span>
    </div>
  );
}

/** By what it is blocked, if that is so: such a row is passed over. */
function WaitsFor({ item, sprint }: { item: Item; sprint: string | null }) {
  const says = useLook(
    (view) => {
      const blocker = unmetBlocker(view, item, (row) => sprint !== null && row.sprint === sprint);
      return blocker === null ? null : `blocked by ${nameIn(view)('item', blocker)}`;
    },
    [item, sprint],
  );
  return says === null ? null : <span className="shrink-0 rounded-small bg-line-soft px-1.5 text-xs leading-4.5 text-line-ink">{says}</span>;
}

/** Shows and hides the tasks of a card. */
function ExpandCell({ item, canEdit, isExpanded, onExpand }: { item: Item; canEdit: boolean } & Required<PlanRowProps>['tasks']) {
  const breakdown = useLook((view) => breakdownOf(view, item.id), [item]);
  return (
    <span role="gridcell">
      {breakdown !== null && (canEdit || breakdown.tasks > 0) && (
        <ExpandButton isExpanded={isExpanded} label={isExpanded ? 'Hide tasks' : 'Show tasks'} onExpand={(isOpened) => onExpand(item.id, isOpened)} />
      )}
    </span>
  );
}

/** How many tasks a card was broken down into, and what is left of them. */
function BreakdownText({ card }: { card: string }) {
  const breakdown = useLook((view) => breakdownOf(view, card), [card]);
  if (!breakdown || breakdown.tasks === 0) return null;
  return (
    <span className="num shrink-0 text-xs text-ink-3">
      {breakdown.tasks} {breakdown.tasks === 1 ? 'task' : 'tasks'}, {breakdown.hours} h
    </span>
  );
}

/** How large it is; in grey italics what it counts as while nobody has estimated it. */
function SizeCell({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const guess = useLook(
    (view) => {
      const sizing = { ...sizingOf(view, item.product), unit: unitOf(view, item.product) };
      return isGuessed(view, sizing, item) ? `~${sizeOf(view, sizing, item)}` : '';
    },
    [item],
  );
  return (
    <span role="gridcell" data-cell="estimate">
      <EstimateButton item={item} guess={guess} canEdit={canEdit} />
    </span>
  );
}
