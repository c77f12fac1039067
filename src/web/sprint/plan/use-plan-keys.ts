import type { PlaceInput } from '../../../domain/backlog/move-items.ts';
import type { PlaceInSprint } from '../../../domain/sprint/move-in-sprint.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { useList } from '../../backlog/list-state.ts';
import { useListKeys } from '../../backlog/use-list-keys.ts';
import { subjectOf } from '../../item/use-item-change.ts';
import { useCommand, useShown } from '../../store/hooks.ts';
import type { Rows } from '../../ui/rows.ts';
import { toasts } from '../../ui/toasts.ts';
import { useKeys } from '../../ui/use-keys.ts';

export interface PlanKeys {
  /** The candidates, then the cards. */
  readonly rows: Rows;
  readonly cards: readonly string[];
  readonly sprint: Sprint;
  readonly product: string;
  readonly canEdit: boolean;
  readonly canPlan: boolean;
  readonly onOpen: (item: string) => void;
  readonly onPutIn: (row: string) => void;
  readonly onTakeOut: (row: string) => void;
}

/** The keys of planning: those of every list, and → and ← for the way into the sprint and out of it. In the sprint, Alt moves in its own order. */
export function usePlanKeys({ rows, cards, sprint, product, canEdit, canPlan, onOpen, onPutIn, onTakeOut }: PlanKeys): void {
  const view = useShown();
  const command = useCommand();
  const isCard = (id: string) => cards.includes(id);
  const move = (items: readonly string[], place: PlaceInput) => {
    const inSprint = items.every(isCard);
    const named = 'after' in place ? place.after : 'before' in place ? place.before : null;
    if (named !== null && isCard(named) !== inSprint) return void toasts.show('It is at the end already');
    const done = { toast: `Moved ${subjectOf(view, items)}` };
    if (!inSprint) return void command({ verb: 'moveItems', input: { product, items: [...items], place } }, done);
    return void command({ verb: 'moveInSprint', input: { sprint: sprint.id, items: [...items], place: place as PlaceInSprint } }, done); // no position is given by key
  };
  const act = (verb: 'parkItems' | 'trashItems', says: string) => (items: readonly string[]) =>
    void command({ verb, input: { items: [...items] } }, { toast: `${says} ${subjectOf(view, items)}` });
  useListKeys({
    rows,
    canEdit,
    canRank: canPlan,
    onOpen,
    onMove: move,
    onAdd: () => {},
    onPark: act('parkItems', 'Parked'),
    onTrash: act('trashItems', 'Trashed'),
    onIndent: null,
  });
  const cursor = () => useList.getState().cursor;
  const isAt = (inSprint: boolean) => () => {
    const row = cursor();
    return canPlan && row !== null && isCard(row) === inSprint;
  };
  useKeys([
    { keys: 'ArrowRight', description: 'Into the sprint', group: 'Sprint', run: () => onPutIn(cursor()!), when: isAt(false) },
    { keys: 'ArrowLeft', description: 'Out of the sprint', group: 'Sprint', run: () => onTakeOut(cursor()!), when: isAt(true) },
  ]);
}
