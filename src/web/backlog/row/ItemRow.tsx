import { useMemo } from 'react';
import { GripVertical } from 'lucide-react';
import type { Collections, View } from '../../../domain/collections.ts';
import type { Item } from '../../../domain/backlog/item.ts';
import type { State } from '../../../domain/backlog/state.ts';
import { nameIn } from '../../app/name-in.ts';
import { useLook, useRecord } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { Tag } from '../../ui/Tag.tsx';
import { FinishCell } from '../../schedule/FinishCell.tsx';
import { ReadinessCell } from '../../readiness/ReadinessCell.tsx';
import { StateMark } from '../marks/StateMark.tsx';
import { TypeMark } from '../marks/TypeMark.tsx';
import { useList } from '../list-state.ts';
import { columns, notOnPhone, wideOnly } from './columns.ts';
import { EstimateCell } from './EstimateCell.tsx';
import { MarkCell } from './MarkCell.tsx';
import { TitleCell } from './TitleCell.tsx';

export interface ItemRowProps {
  readonly id: string;
  /** A row that may not be edited or moved, for those who read. */
  readonly canEdit: boolean;
  readonly canRank: boolean;
}

/** One ranked row. It is drawn again only when its own item, or what it shows of others, has changed. */
export function ItemRow({ id, canEdit, canRank }: ItemRowProps) {
  const item = useRecord('item', id);
  const isOutlined = useList((list) => list.outlined.has(id));
  const isFlashed = useList((list) => list.flashed.has(id));
  if (!item) return null;
  return (
    <div className={cx(columns, isOutlined && 'outline-2 -outline-offset-2 outline-accent', isFlashed && 'animate-[flash_900ms_var(--ease)]')}>
      <span role="gridcell" className={cx('text-ink-3 opacity-0 group-hover/row:opacity-100', notOnPhone)}>
        {canRank && <GripVertical aria-hidden="true" className="size-3.5 cursor-grab" />}
      </span>
      <span role="gridcell">
        <TypeMark type={item.type} />
      </span>
      <KeyCell id={id} />
      <MarkCell item={item} />
      <TitleCell item={item} canEdit={canEdit} />
      <EpicCell item={item} />
      <TagsCell item={item} canEdit={canEdit} />
      <ReadinessCell item={item} />
      <EstimateCell item={item} canEdit={canEdit} />
      <FinishCell item={id} />
      <StateCell item={item} canEdit={canEdit} />
      <AssigneeCell item={item} canEdit={canEdit} />
    </div>
  );
}

export function KeyCell({ id }: { id: string }) {
  const key = useLook((view) => nameIn(view)('item', id), [id]);
  return (
    <span role="gridcell" className={cx('truncate font-mono text-s text-ink-3', notOnPhone)}>
      {key}
    </span>
  );
}

function EpicCell({ item }: { item: Item }) {
  const epic = useLook((view) => epicOf(view, item)?.title, [item.parent]);
  return (
    <span role="gridcell" data-cell="parent" className={cx('flex min-w-0 items-center gap-1.25 text-s text-ink-3', wideOnly)}>
      {epic !== undefined && (
        <>
          <TypeMark type="epic" className="size-2.25" />
          <span className="truncate" title={epic}>
            {epic}
          </span>
        </>
      )}
    </span>
  );
}

/** The largest item above this one. */
function epicOf(view: View, item: Item): Item | undefined {
  let above = item.parent === null ? undefined : view.find('item', item.parent);
  while (above?.parent) above = view.find('item', above.parent) ?? above;
  return above;
}

function TagsCell({ item, canEdit }: { item: Item; canEdit: boolean }) {
  return (
    <span role="gridcell" data-cell="tags" className={cx('flex min-w-0 gap-1 overflow-hidden', wideOnly)} onClick={() => canEdit && openCell('tags', item.id)}>
      {item.tags.slice(0, 2).map((tag) => (
        <Tag key={tag} name={tag} />
      ))}
      {item.tags.length > 2 && (
        <span className="num text-s text-ink-3" data-tip={item.tags.slice(2).join(', ')}>
          +{item.tags.length - 2}
        </span>
      )}
    </span>
  );
}

export function StateCell({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const state: State | undefined = useRecord('state', item.state);
  const mark = <StateMark group={state?.group ?? 'backlog'} label={state?.name ?? ''} />;
  return (
    <span role="gridcell" data-cell="state" className="grid place-items-center">
      {canEdit ? (
        <button
          type="button"
          tabIndex={-1}
          data-no-drag
          aria-label={`State: ${state?.name ?? ''}`}
          data-tip={state?.name}
          onClick={() => openCell('state', item.id)}
          className="hit relative grid size-5 place-items-center rounded-small hover:bg-hover"
        >
          {mark}
        </button>
      ) : (
        mark
      )}
    </span>
  );
}

export function AssigneeCell({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const person: Collections['member'] | undefined = useRecord('member', item.assignee);
  const shown = useMemo(
    () =>
      person ? (
        <Avatar name={person.name} />
      ) : (
        <span className="size-5 rounded-full border border-dashed border-control-edge opacity-0 group-hover/row:opacity-100" />
      ),
    [person],
  );
  return (
    <span role="gridcell" data-cell="assignee" className={notOnPhone}>
      {canEdit ? (
        <button
          type="button"
          tabIndex={-1}
          data-no-drag
          aria-label={`Assignee: ${person?.name ?? 'nobody'}`}
          onClick={() => openCell('assignee', item.id)}
          className="hit relative grid size-5.5 place-items-center rounded-full"
        >
          {shown}
        </button>
      ) : (
        person && shown
      )}
    </span>
  );
}

/** Opens a cell's choices for the row, or for the whole selection when the row is part of it. */
function openCell(kind: 'state' | 'assignee' | 'tags', row: string): void {
  const { selected, set } = useList.getState();
  set({ cursor: row, open: { kind, row, items: selected.has(row) ? [...selected] : [row] } });
}
