import type { Item } from '../../../domain/backlog/item.ts';
import { boardWith } from '../../../domain/sprint/board.ts';
import { sprintThen, type CardThen } from '../../../domain/sprint/sprint-then.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { nameIn } from '../../app/name-in.ts';
import { StateMark } from '../../backlog/marks/StateMark.tsx';
import { estimateText } from '../../backlog/row/EstimateCell.tsx';
import { useToday } from '../../item/use-today.ts';
import { useHistoryReading, useLook } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { HistoryNotLoaded } from '../../app/HistoryNotLoaded.tsx';
import { exactDay, shortDay } from '../../ui/format-day.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ESTIMATE_LOOK } from './BoardCard.tsx';
import { CardFace } from './CardFace.tsx';

interface BoardThenProps {
  readonly sprint: Sprint;
  readonly onOpen: (item: string) => void;
}

/** The board of a closed sprint as it stood in its last moment, to look at. */
export function BoardThen({ sprint, onOpen }: BoardThenProps) {
  const { state, value } = useHistoryReading(sprintThen, { sprint: sprint.id });
  if (state === 'failed')
    return (
      <div className="p-6">
        <HistoryNotLoaded />
      </div>
    );
  if (!value) return <Skeleton className="m-6 h-65" />;
  return <AsItWas sprint={sprint} then={value} onOpen={onOpen} />;
}

/** What became of a card since, but as it was: of what is gone for good nothing is known any more. */
const itemThen = (item: Item | undefined, { state, assignee, estimate }: CardThen): Item[] => (item ? [{ ...item, state, assignee, estimate }] : []);

function AsItWas({ sprint, then: { closedOn, cards }, onOpen }: BoardThenProps & { then: { closedOn: string | null; cards: readonly CardThen[] } }) {
  const today = useToday(sprint.product);
  const { columns, stateless } = useLook(
    (view) => {
      const all = cards.flatMap((card) => itemThen(view.find('item', card.item), card));
      const known = all.filter(({ state }) => view.find('state', state));
      const board = boardWith(view, known, { sprint, look: { columns: 'state', lanes: 'none' } });
      const byId = new Map(known.map((item) => [item.id, item]));
      const [lane] = board.lanes;
      return {
        columns: board.columns.flatMap((column) => {
          const items = (lane?.cells[column.id] ?? []).map((item) => byId.get(item)!);
          return column.of === 'states' ? [{ id: column.id, name: column.name, group: column.group, items }] : [];
        }),
        stateless: all.filter(({ state }) => !view.find('state', state)),
      };
    },
    [sprint, cards],
  );
  const shown = [...columns, ...(stateless.length === 0 ? [] : [{ id: '', name: 'In a state that is gone', group: 'backlog' as const, items: stateless }])];
  return (
    <div className="flex h-full flex-col">
      <p className="flex min-h-10 items-center border-b border-edge px-4 py-1 text-ink-2">
        As it was when it closed{closedOn === null ? '' : ' on '}
        {closedOn !== null && <span title={exactDay(closedOn)}>&nbsp;{shortDay(closedOn, today)}</span>}
      </p>
      <div
        role="region"
        aria-label={`Board of ${sprint.name} as it was`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by key, so it takes the focus
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto bg-ground"
      >
        <div className="grid min-h-full min-w-fit px-3" style={{ gridTemplateColumns: `repeat(${shown.length}, minmax(220px, 1fr))` }}>
          {shown.map(({ id, name, group, items }) => (
            <section key={id} aria-label={name} className="min-w-0 px-1">
              <h2 className="sticky top-0 flex h-9 items-center gap-2 bg-ground px-1 text-s font-medium">
                <StateMark group={group} label="" />
                <span className="min-w-0 truncate">{name}</span>
                <span className="num font-normal text-ink-3">{items.length}</span>
              </h2>
              <ul>
                {items.map((item) => (
                  <li key={item.id} className="pb-2">
                    <CardThenFace item={item} group={group} onOpen={onOpen} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}

function CardThenFace({ item, group, onOpen }: { item: Item; group: string; onOpen: (item: string) => void }) {
  const { key, person } = useLook(
    (view) => ({ key: nameIn(view)('item', item.id), person: item.assignee === null ? null : nameIn(view)('member', item.assignee) }),
    [item.id, item.assignee],
  );
  return (
    <button type="button" onClick={() => onOpen(item.id)} className="block w-full rounded-control">
      <CardFace item={item} itemKey={key} isClosed={group === 'done'} look="border-edge hover:border-edge-strong">
        {item.estimate !== null && <span className={ESTIMATE_LOOK}>{estimateText(item.estimate)}</span>}
        {person !== null && (
          <span className="ms-auto">
            <Avatar name={person} />
          </span>
        )}
      </CardFace>
    </button>
  );
}
