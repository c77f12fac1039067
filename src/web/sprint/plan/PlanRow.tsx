import type { ReactNode } from 'react';
import { isGuessed, sizeOf, sizingOf } from '../../../domain/cutline/size.ts';
import { unitOf } from '../../../domain/capacity/unit.ts';
import type { Item } from '../../../domain/backlog/item.ts';
import { TypeMark } from '../../backlog/marks/TypeMark.tsx';
import { useList } from '../../backlog/list-state.ts';
import { notOnPhone } from '../../backlog/row/columns.ts';
import { EstimateButton } from '../../backlog/row/EstimateCell.tsx';
import { AssigneeCell, KeyCell, StateCell } from '../../backlog/row/ItemRow.tsx';
import { ReadinessCell } from '../../readiness/ReadinessCell.tsx';
import { useLook, useRecord } from '../../store/hooks.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';

const columns =
  'grid h-full grid-cols-[18px_62px_minmax(0,1fr)_18px_42px_22px_24px_26px] items-center gap-2 ps-4 pe-3 max-tablet:grid-cols-[18px_minmax(0,1fr)_44px_24px_40px] max-tablet:px-3';

export interface PlanRowProps {
  readonly id: string;
  readonly canEdit: boolean;
  /** What brings it to the other side. */
  readonly action: { readonly label: string; readonly icon: ReactNode; readonly run: (id: string) => void } | null;
}

/** One item on either side of the planning. */
export function PlanRow({ id, canEdit, action }: PlanRowProps) {
  const item = useRecord('item', id);
  const isOutlined = useList((list) => list.outlined.has(id));
  if (!item) return null;
  return (
    <div className={cx(columns, isOutlined && 'outline-2 -outline-offset-2 outline-accent')}>
      <span role="gridcell">
        <TypeMark type={item.type} />
      </span>
      <KeyCell id={id} />
      <span role="gridcell" data-cell="title" title={item.title} dir="auto" className={cx('truncate', item.closedOn !== null && 'text-ink-3 line-through')}>
        {item.title}
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

/** How large it is; in grey italics what it counts as while nobody has estimated it. */
function SizeCell({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const guess = useLook(
    (view) => {
      const sizing = { ...sizingOf(view, item.product), unit: unitOf(view, item.product) };
      return isGuessed(sizing, item) ? `~${sizeOf(sizing, item)}` : '';
    },
    [item],
  );
  return (
    <span role="gridcell" data-cell="estimate">
      <EstimateButton item={item} guess={guess} canEdit={canEdit} />
    </span>
  );
}
