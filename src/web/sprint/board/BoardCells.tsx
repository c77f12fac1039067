import { memo } from 'react';
import type { Board } from '../../../domain/sprint/board.ts';
import type { LanesBy } from '../../../domain/sprint/lanes.ts';
import { useLook, useRecord } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { BoardCard } from './BoardCard.tsx';
import { endOf } from './card-moves.ts';
import { ColumnHead } from './ColumnHead.tsx';
import { laneName } from './lane-name.ts';

interface BoardCellsProps {
  readonly board: Board;
  readonly lifted: string | null;
  readonly canEdit: boolean;
  readonly lanes: LanesBy;
}

/** The columns of a board, and in each lane the cards of each. */
export function BoardCells({ board, lifted, canEdit, lanes }: BoardCellsProps) {
  const count = (column: string) => board.lanes.reduce((total, { cells }) => total + (cells[column]?.length ?? 0), 0);
  return (
    <div
      className={cx('grid min-w-fit px-3', lanes === 'none' && 'min-h-full grid-rows-[auto_minmax(0,1fr)]')}
      style={{ gridTemplateColumns: `repeat(${board.columns.length}, minmax(220px, 1fr))` }}
    >
      {board.columns.map((column) => (
        <div key={column.id} className="sticky top-0 z-10 bg-ground">
          <ColumnHead column={column} cards={count(column.id)} />
        </div>
      ))}
      {board.lanes.map((lane) => (
        <div key={lane.id} className="contents">
          {lanes !== 'none' && <LaneHead lane={lane.id} by={lanes} />}
          {board.columns.map(({ id, name }) => {
            const cards = lane.cells[id] ?? NO_CARDS;
            return (
              <Cell
                key={id}
                name={name}
                end={endOf(lane.id, id)}
                cards={cards}
                lifted={lifted !== null && cards.includes(lifted) ? lifted : null}
                canEdit={canEdit}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

const NO_CARDS: readonly string[] = [];

interface CellProps {
  readonly name: string;
  readonly end: string;
  readonly cards: readonly string[];
  /** Of these cards. */
  readonly lifted: string | null;
  readonly canEdit: boolean;
}

/** What is out of sight is neither laid out nor drawn: of hundreds of cards a few dozen are seen. */
const CARD_PLACE = 'pb-2 [contain-intrinsic-size:auto_96px] [content-visibility:auto]';

/** Drawn again only when a card comes in, leaves or moves in it. */
const Cell = memo(function Cell({ name, end, cards, lifted, canEdit }: CellProps) {
  return (
    <div className="flex min-h-14 flex-col px-1">
      <ul aria-label={name}>
        {cards.map((card) => (
          <li key={card} data-row={card} className={cx(CARD_PLACE, card === lifted && 'opacity-40')}>
            <BoardCard id={card} canEdit={canEdit} />
          </li>
        ))}
      </ul>
      <div data-row={end} className="min-h-6 flex-1" />
    </div>
  );
});

/** What a lane is the lane of. */
function LaneHead({ lane, by }: { lane: string; by: LanesBy }) {
  const member = useRecord('member', by === 'assignee' && lane !== '' ? lane : null);
  const name = useLook((view) => laneName(view, lane, by), [lane, by]);
  return (
    <h2 className="sticky start-0 col-span-full flex min-w-0 items-center gap-2 px-1 py-2 text-s font-medium text-ink-2">
      {member && <Avatar name={member.name} isDecorative />}
      <span dir="auto" className="truncate">
        {name}
      </span>
    </h2>
  );
}
