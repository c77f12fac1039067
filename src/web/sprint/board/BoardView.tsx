import { useEffect, useMemo, useRef } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { boardOf, type Board, type BoardLook } from '../../../domain/sprint/board.ts';
import { isOpenSprint } from '../../../domain/sprint/sprint-rules.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { nameIn } from '../../app/name-in.ts';
import { OverList } from '../../backlog/OverList.tsx';
import { clickRow } from '../../backlog/click-row.ts';
import { useList } from '../../backlog/list-state.ts';
import { useCommand, useLook, useMay, useRecord, useShown } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { listed } from '../../ui/rows.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { BoardCard } from './BoardCard.tsx';
import { callsOfMove, endOf, type BoardPlace } from './card-moves.ts';
import { ColumnHead } from './ColumnHead.tsx';
import { useBoardDrag } from './use-board-drag.tsx';
import { cardsInOrder, useBoardKeys } from './use-board-keys.ts';

export interface BoardViewProps {
  readonly sprint: Sprint;
  readonly product: string;
  readonly onOpen: (item: string) => void;
}

/** The sprint under way, by how far its cards are. */
export function BoardView({ sprint, product, onOpen }: BoardViewProps) {
  const view = useShown();
  const command = useCommand();
  const look = useBoardLook();
  const set = useList((list) => list.set);
  const scroller = useRef<HTMLDivElement>(null);
  const canEdit = useMay('edit-items', { in: 'product', id: product });
  const canPlan = useMay('plan-sprints', { in: 'sprint', id: sprint.id }) && isOpenSprint(sprint);
  const now = useLook((at) => boardOf(at, sprint, look), [sprint, look]);
  const move = (card: string, place: BoardPlace) => {
    const calls = callsOfMove({ view, board: now, look, sprint: sprint.id, card, place, canPlan });
    const name = now.columns.find(({ id }) => id === place.column)?.name;
    if (calls.length > 0) command(calls, { toast: `${nameIn(view)('item', card)}: ${name}` });
  };
  const { board, lifted, layer } = useBoardDrag(scroller, { board: now, canDrag: canEdit, onMove: move });
  const rows = useMemo(() => listed(cardsInOrder(now)), [now]);
  useEffect(() => set({ rows }), [rows, set]);
  useBoardKeys({ board: now, canEdit, canPlan, onOpen, onMove: move });
  useCursorInView(scroller);
  return (
    <div className="flex h-full flex-col">
      <BoardLooks look={look} />
      <div
        ref={scroller}
        role="region"
        aria-label={`Board of ${sprint.name}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keys of the cards start here
        tabIndex={0}
        data-row-scroller
        onClick={(event) => withCard(event.target, (id) => clickRow(id, event, { rows, onOpen }))}
        onContextMenu={(event) =>
          withCard(event.target, (id) => {
            event.preventDefault();
            set({ cursor: id, menu: { row: id, x: event.clientX, y: event.clientY } });
          })
        }
        className="min-h-0 flex-1 overflow-auto bg-ground outline-none select-none"
      >
        <Columns board={board} lifted={lifted} canEdit={canEdit} isByPerson={look.lanes === 'assignee'} />
      </div>
      {layer}
      <OverList product={product} onOpen={onOpen} />
    </div>
  );
}

function useBoardLook(): BoardLook {
  const { columns, lanes } = useSearch({ strict: false }) as { columns?: string; lanes?: string };
  return useMemo(() => ({ columns: columns === 'group' ? 'group' : 'state', lanes: lanes === 'assignee' ? 'assignee' : 'none' }), [columns, lanes]);
}

function BoardLooks({ look }: { look: BoardLook }) {
  const go = useNavigate();
  const to = (change: Partial<BoardLook>) => {
    const next = { ...look, ...change };
    const search = (before: Record<string, unknown>) => ({
      ...before,
      columns: next.columns === 'group' ? 'group' : undefined,
      lanes: next.lanes === 'assignee' ? 'assignee' : undefined,
    });
    void go({ to: '.', search, replace: true } as never); // as the address is written
  };
  return (
    <div className="flex min-h-10 items-center gap-2 overflow-x-auto border-b border-edge px-4 py-1">
      <Segmented
        label="Columns"
        value={look.columns}
        onChange={(columns) => to({ columns })}
        options={[
          { id: 'state', label: 'States' },
          { id: 'group', label: 'Groups' },
        ]}
      />
      <Segmented
        label="Lanes"
        value={look.lanes}
        onChange={(lanes) => to({ lanes })}
        options={[
          { id: 'none', label: 'No lanes' },
          { id: 'assignee', label: 'People' },
        ]}
      />
    </div>
  );
}

interface ColumnsProps {
  readonly board: Board;
  readonly lifted: string | null;
  readonly canEdit: boolean;
  readonly isByPerson: boolean;
}

function Columns({ board, lifted, canEdit, isByPerson }: ColumnsProps) {
  const count = (column: string) => board.lanes.reduce((total, { cells }) => total + (cells[column]?.length ?? 0), 0);
  return (
    <div
      className={cx('grid min-w-fit px-3', !isByPerson && 'min-h-full grid-rows-[auto_minmax(0,1fr)]')}
      style={{ gridTemplateColumns: `repeat(${board.columns.length}, minmax(220px, 1fr))` }}
    >
      {board.columns.map((column) => (
        <div key={column.id} className="sticky top-0 z-10 bg-ground">
          <ColumnHead column={column} cards={count(column.id)} />
        </div>
      ))}
      {board.lanes.map((lane) => (
        <div key={lane.id} className="contents">
          {isByPerson && <LaneHead person={lane.id} />}
          {board.columns.map(({ id, name }) => (
            <div key={id} className="flex min-h-14 flex-col px-1">
              <ul aria-label={name}>
                {(lane.cells[id] ?? []).map((card) => (
                  <li key={card} data-row={card} className={cx('pb-2', card === lifted && 'opacity-40')}>
                    <BoardCard id={card} canEdit={canEdit} />
                  </li>
                ))}
              </ul>
              <div data-row={endOf(lane.id, id)} className="min-h-6 flex-1" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function LaneHead({ person }: { person: string }) {
  const member = useRecord('member', person === '' ? null : person);
  return (
    <h2 className="sticky start-0 col-span-full flex items-center gap-2 px-1 py-2 text-s font-medium text-ink-2">
      {member && <Avatar name={member.name} isDecorative />}
      {member?.name ?? 'Nobody'}
    </h2>
  );
}

/** The card that the keys are for is kept in view. */
function useCursorInView(scroller: React.RefObject<HTMLDivElement | null>): void {
  const cursor = useList((list) => list.cursor);
  useEffect(() => {
    if (cursor !== null) scroller.current?.querySelector(`[data-row="${cursor}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [cursor, scroller]);
}

function withCard(target: EventTarget, act: (id: string) => void): void {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
  if (row !== undefined && !row.startsWith('end:')) act(row);
}
