import type { PlaceInput } from '../../../domain/backlog/move-items.ts';
import type { View } from '../../../domain/collections.ts';
import type { PlaceInSprint } from '../../../domain/sprint/move-in-sprint.ts';
import { aboutRow, useList } from '../../backlog/list-state.ts';
import { useListKeys } from '../../backlog/use-list-keys.ts';
import { subjectOf } from '../../item/use-item-change.ts';
import { useCommand, useShown } from '../../store/hooks.ts';
import type { Rows } from '../../ui/rows.ts';
import { toasts } from '../../ui/toasts.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { nextRow } from '../sides/next-row.ts';
import { moveAmongCandidates, type Planning } from './plan-lists.ts';
import { editHoursOf } from './HoursCells.tsx';

export interface PlanKeys {
  /** The candidates, then the cards. */
  readonly rows: Rows;
  readonly candidates: readonly string[];
  readonly cards: readonly string[];
  readonly planning: Planning;
  readonly canEdit: boolean;
  readonly onOpen: (item: string) => void;
  readonly onPutIn: (row: string) => void;
  readonly onTakeOut: (row: string) => void;
  /** The cards whose tasks are shown below them. */
  readonly expanded: ReadonlySet<string>;
  readonly expand: (card: string, isOpened: boolean) => void;
  readonly onAddTask: (card: string) => void;
}

/**
 * The keys of planning: those of every list, and → and ← for the way into the sprint and out of it; the cursor stays on its side, at the next
 * row. In the sprint, Alt moves in its own order, → shows a card's tasks, and ← hides them.
 */
export function usePlanKeys(keys: PlanKeys): void {
  const { rows, candidates, cards, planning, canEdit, onOpen, onPutIn, onTakeOut, expanded, expand, onAddTask } = keys;
  const { sprint, canPlan } = planning;
  const view = useShown();
  const command = useCommand();
  const cursor = () => useList.getState().cursor;
  const isCard = (id: string) => cards.includes(id);
  const cardOf = (row: string | null): string | null => (row === null || isCard(row) ? row : taskCard(view, row, cards));
  const move = (items: readonly string[], place: PlaceInput) => {
    if (items.some((item) => !isCard(item) && cardOf(item) !== null)) return void toasts.show('A task stands under its card');
    const inSprint = items.every(isCard);
    const named = 'after' in place ? place.after : 'before' in place ? place.before : null;
    if (named !== null && isCard(named) !== inSprint) return void toasts.show('It is at the end already');
    const done = { toast: `Moved ${subjectOf(view, items)}` };
    if (!inSprint) {
      const call = moveAmongCandidates(planning, items, place);
      return call === null ? void toasts.show('Ranking is for who leads the product') : void command(call, done);
    }
    return void command({ verb: 'moveInSprint', input: { sprint: sprint.id, items: [...items], place: place as PlaceInSprint } }, done); // no position is given by key
  };
  useListKeys({
    rows,
    canEdit,
    canRank: canPlan,
    onOpen,
    onMove: move,
    onAdd: null,
    onIndent: null,
  });
  const isCandidate = () => {
    const row = cursor();
    return canPlan && row !== null && cardOf(row) === null;
  };
  const at = (is: (row: string) => boolean) => () => {
    const row = cursor();
    return row !== null && is(row);
  };
  const isTask = (row: string) => !isCard(row) && cardOf(row) !== null;
  const goTo = (row: string | null) => row !== null && useList.getState().set({ cursor: row });
  useKeys([
    { keys: 'ArrowRight', description: 'Show the tasks, or go to the first one', group: SPRINT, run: () => openTasks(cursor()!), when: at(isCard) },
    { keys: 'ArrowRight', description: 'Into the sprint', group: SPRINT, run: () => send(candidates, onPutIn), when: isCandidate },
    { keys: 'ArrowLeft', description: 'To the card of the task', group: SPRINT, run: () => goTo(cardOf(cursor())), when: at(isTask) },
    { keys: 'ArrowLeft', description: 'Hide the tasks', group: SPRINT, run: () => expand(cursor()!, false), when: at((row) => expanded.has(row)) },
    {
      keys: 'ArrowLeft',
      description: 'Out of the sprint',
      group: SPRINT,
      run: () => send(cards, onTakeOut),
      when: at((row) => canPlan && isCard(row) && !expanded.has(row)),
    },
    { keys: 'C', description: 'New task', group: SPRINT, run: () => onAddTask(cardOf(cursor())!), when: at((row) => canEdit && cardOf(row) !== null) },
    { keys: 'E', description: 'Hours of the task', group: SPRINT, run: () => editHoursOf(cursor()!), when: at((row) => canEdit && isTask(row)) },
  ]);
  function send(side: readonly string[], deed: (row: string) => void) {
    const row = cursor()!;
    const next = nextRow(side, row, new Set(aboutRow(row)));
    deed(row);
    goTo(next);
  }
  function openTasks(card: string) {
    const below = rows.at(rows.indexOf(card) + 1);
    if (!expanded.has(card)) expand(card, true);
    else if (below !== undefined && isTask(below)) goTo(below);
  }
}

const SPRINT = 'Sprint';

/** The card that a task stands under, if that is in the sprint; null for what is no task of it. */
function taskCard(view: View, row: string, cards: readonly string[]): string | null {
  const item = view.find('item', row);
  return item?.type === 'task' && item.parent !== null && cards.includes(item.parent) ? item.parent : null;
}
