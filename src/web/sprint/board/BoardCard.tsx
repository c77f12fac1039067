import { memo } from 'react';
import { childrenOf, type Item } from '../../../domain/backlog/item.ts';
import { groupOf } from '../../../domain/backlog/open.ts';
import { nameIn } from '../../app/name-in.ts';
import { StateMark } from '../../backlog/marks/StateMark.tsx';
import { useList, type OpenCell } from '../../backlog/list-state.ts';
import { TitleText } from '../../backlog/row/TitleText.tsx';
import { estimateText } from '../../backlog/row/EstimateCell.tsx';
import { useLook, useRecord } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { CardFace } from './CardFace.tsx';

export interface BoardCardProps {
  readonly id: string;
  readonly canEdit: boolean;
}

/** One card: what it is, how large, who has it, and how far its tasks are. Drawn again only when its own item has changed. */
export const BoardCard = memo(function BoardCard({ id, canEdit }: BoardCardProps) {
  const item = useRecord('item', id);
  const isCursor = useList((list) => list.cursor === id);
  const isSelected = useList((list) => list.selected.has(id));
  const isEditing = useList((list) => list.open?.kind === 'title' && list.open.row === id);
  const told = useLook(
    (view) =>
      view.find('item', id)
        ? {
            key: nameIn(view)('item', id),
            tasks: tasksOf(
              [...view.list(childrenOf, id)].filter(({ type }) => type === 'task'),
              (task) => groupOf(view, task) === 'done',
            ),
          }
        : null,
    [id],
  );
  if (!item || !told) return null;
  return (
    <CardFace
      item={item}
      itemKey={told.key}
      tasks={told.tasks}
      isClosed={item.closedOn !== null}
      titleEditor={isEditing ? <TitleText item={item} canEdit={canEdit} className="w-full" /> : undefined}
      onEditTitle={canEdit ? () => open('title', id) : undefined}
      look={cx(isSelected ? 'border-accent bg-accent-soft' : 'border-edge hover:border-edge-strong', isCursor && 'border-accent ring-1 ring-accent ring-inset')}
    >
      <EstimateButton item={item} canEdit={canEdit} />
      <StateButton item={item} canEdit={canEdit} />
      <span className="ms-auto">
        <PersonButton item={item} canEdit={canEdit} />
      </span>
    </CardFace>
  );
});

const tasksOf = (tasks: readonly Item[], isDone: (task: Item) => boolean): string =>
  tasks.length === 0 ? '' : `${tasks.filter(isDone).length} of ${tasks.length}`;

export const ESTIMATE_LOOK = 'num h-5 min-w-7 rounded-small bg-sunken px-1.5 text-center text-s leading-5 font-medium';

function EstimateButton({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const shown = item.estimate === null ? '' : estimateText(item.estimate);
  if (!canEdit) return shown === '' ? null : <span className={ESTIMATE_LOOK}>{shown}</span>;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-no-drag
      data-cell="estimate"
      aria-label={`Estimate: ${shown || 'none'}`}
      onClick={() => open('estimate', item.id)}
      className={cx('hit relative', ESTIMATE_LOOK, shown === '' && 'text-ink-3')}
    >
      {shown || '–'}
    </button>
  );
}

function StateButton({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const state = useRecord('state', item.state);
  const mark = <StateMark group={state?.group ?? 'backlog'} label={canEdit ? '' : (state?.name ?? '')} />;
  if (!canEdit) return mark;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-no-drag
      data-cell="state"
      aria-label={`State: ${state?.name ?? ''}`}
      data-tip={state?.name}
      onClick={() => open('state', item.id)}
      className="hit relative grid size-5 place-items-center rounded-small hover:bg-hover"
    >
      {mark}
    </button>
  );
}

function PersonButton({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const person = useRecord('member', item.assignee);
  const shown = person ? (
    <Avatar name={person.name} isDecorative={canEdit} />
  ) : (
    <span className="block size-5 rounded-full border border-dashed border-control-edge" />
  );
  if (!canEdit) return person ? shown : null;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-no-drag
      data-cell="assignee"
      aria-label={`Assignee: ${person?.name ?? 'nobody'}`}
      data-tip={person?.name}
      onClick={() => open('assignee', item.id)}
      className="hit relative grid size-5.5 place-items-center rounded-full"
    >
      {shown}
    </button>
  );
}

/** Opens a choice for the card, or for the whole selection when the card is part of it. */
function open(kind: OpenCell['kind'], row: string): void {
  const { selected, set } = useList.getState();
  set({ cursor: row, open: { kind, row, items: kind !== 'title' && selected.has(row) ? [...selected] : [row] } });
}
