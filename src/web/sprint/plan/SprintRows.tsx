import { useCallback, useMemo } from 'react';
import { Minus } from 'lucide-react';
import type { View } from '../../../domain/collections.ts';
import { sprintStory } from '../../../domain/sprint/sprint-story.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { AddChild } from '../../item/AddChild.tsx';
import type { ItemRows } from '../../backlog/use-item-rows.ts';
import { useToday } from '../../item/use-today.ts';
import { useHistoryReading, useLook, useRecord } from '../../store/hooks.ts';
import { shortDay } from '../../ui/format-day.ts';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import { listed } from '../../ui/rows.ts';
import { PlanRow } from './PlanRow.tsx';
import { TaskRow } from './TaskRow.tsx';
import { breakdownOf, cardOfAddRow, isAddRow, withTasks } from './task-rows.ts';
import type { Expanded } from './use-expanded.ts';

interface SprintRowsProps extends Pick<Expanded, 'expanded' | 'expand' | 'focus'> {
  readonly sprint: Sprint;
  readonly cards: readonly string[];
  readonly after: View | null;
  readonly canEdit: boolean;
  readonly canPlan: boolean;
  readonly onTakeOut: (card: string) => void;
  /** What both sides have alike. */
  readonly list: ItemRows;
}

/** What is in the sprint, in the team's order, with the tasks of the cards that show them and a place to write the next one. Once it runs, what came in later says so. */
export function SprintRows(props: SprintRowsProps) {
  return props.sprint.startedAt === null ? <Rows {...props} added={NONE} /> : <RunningRows {...props} />;
}

const NONE: ReadonlyMap<string, string> = new Map();

function RunningRows(props: SprintRowsProps) {
  const { value } = useHistoryReading(sprintStory, { sprint: props.sprint.id });
  const today = useToday(props.sprint.product);
  const added = useMemo(() => new Map(value?.added.map(({ item, on }) => [item, `added ${shortDay(on, today)}`])), [value, today]);
  return <Rows {...props} added={added} />;
}

function Rows({
  sprint,
  added,
  cards,
  after,
  expanded,
  expand,
  focus,
  canEdit,
  canPlan,
  onTakeOut,
  list,
}: SprintRowsProps & { added: ReadonlyMap<string, string> }) {
  const ids = useLook((view) => withTasks(after ?? view, cards, { expanded, canAdd: canEdit }), [cards, after, expanded, canEdit]);
  const isTree = useLook((view) => expanded.size > 0 || cards.some((card) => (breakdownOf(view, card)?.tasks ?? 0) > 0), [cards, expanded]);
  const inSprint = useMemo(() => new Set(cards), [cards]);
  const renderRow = useCallback(
    (id: string) => {
      if (isAddRow(id)) return <AddTask card={cardOfAddRow(id)} focus={focus?.card === cardOfAddRow(id) ? focus.count : 0} />;
      if (!inSprint.has(id)) return <TaskRow id={id} canEdit={canEdit} />;
      const action = canPlan ? { label: `Out of ${sprint.name}`, icon: <Minus />, run: onTakeOut } : null;
      return <PlanRow id={id} canEdit={canEdit} action={action} addedOn={added.get(id)} tasks={{ isExpanded: expanded.has(id), onExpand: expand }} />;
    },
    [inSprint, canEdit, canPlan, sprint.name, onTakeOut, expanded, expand, focus, added],
  );
  const levelOf = useCallback(
    (id: string) => ({ level: inSprint.has(id) ? 1 : 2, isExpanded: inSprint.has(id) ? expanded.has(id) : null }),
    [inSprint, expanded],
  );
  return <VirtualRows label={`In ${sprint.name}`} ids={useMemo(() => listed(ids), [ids])} renderRow={renderRow} {...(isTree ? { levelOf } : {})} {...list} />;
}

/** Where the next task of a card is written. */
function AddTask({ card, focus }: { card: string; focus: number }) {
  const item = useRecord('item', card);
  return (
    <div role="gridcell" className="flex h-full items-center ps-13 pe-3 max-tablet:ps-8">
      {item && <AddChild item={item} focus={focus} />}
    </div>
  );
}
