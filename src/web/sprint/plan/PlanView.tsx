import { useCallback, useMemo, useRef } from 'react';
import { Plus } from 'lucide-react';
import { MOST_CANDIDATES } from '../../../domain/planning/sprint-load.ts';
import { isOpenSprint } from '../../../domain/sprint/sprint-rules.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { OverList } from '../../backlog/OverList.tsx';
import { useItemRows } from '../../backlog/use-item-rows.ts';
import { useLook, useMay, useShown } from '../../store/hooks.ts';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import { listed } from '../../ui/rows.ts';
import { useIsPhone } from '../../ui/use-is-phone.ts';
import { FromTheTop, NoRows, TwoSides } from '../sides/TwoSides.tsx';
import { useSideDrag } from '../sides/use-side-drag.tsx';
import { CandidatesHead } from './CandidatesHead.tsx';
import { LoadBar } from './LoadBar.tsx';
import { PlanRow } from './PlanRow.tsx';
import { callOfDrop, planLists, sayLoad, type Planning } from './plan-lists.ts';
import { SprintRows } from './SprintRows.tsx';
import { isAddRow, placeAmongCards, withTasks } from './task-rows.ts';
import { useExpanded } from './use-expanded.ts';
import { usePlannedFrom } from './use-planned-from.ts';
import { usePlanDeeds } from './use-plan-deeds.ts';
import { usePlanKeys } from './use-plan-keys.ts';

export interface PlanViewProps {
  readonly sprint: Sprint;
  readonly product: string;
  readonly onOpen: (item: string) => void;
}

/** What could come into a sprint on the left, best first, and what is in it on the right, in the team's own order. */
export function PlanView({ sprint, product, onOpen }: PlanViewProps) {
  const from = usePlannedFrom(sprint, product);
  const view = useShown();
  const isPhone = useIsPhone();
  const canPlan = useMay('plan-sprints', { in: 'sprint', id: sprint.id }) && isOpenSprint(sprint);
  const canEdit = useMay('edit-items', { in: 'product', id: product });
  const canRank = useMay('rank-items', { in: 'product', id: product });
  const planning = useMemo<Planning>(() => ({ sprint, product, from, canPlan, canRank }), [sprint, product, from, canPlan, canRank]);
  const lists = useLook((view) => planLists(view, planning), [planning]);
  const { expanded, focus, expand, add } = useExpanded();
  const inSprint = useLook((view) => withTasks(view, lists.right, { expanded, canAdd: false }), [lists, expanded]);
  const rows = useMemo(() => listed([...lists.left, ...inSprint]), [lists, inSprint]);

  const { plan, putIn, takeOut, drop } = usePlanDeeds(sprint);
  usePlanKeys({
    rows,
    planning,
    candidates: lists.left,
    cards: lists.right,
    canEdit,
    onOpen,
    onPutIn: putIn,
    onTakeOut: takeOut,
    expanded,
    expand,
    onAddTask: add,
  });
  const container = useRef<HTMLDivElement>(null);
  const {
    after,
    lists: shown,
    lifted,
    layer,
  } = useSideDrag(container, {
    canDrag: canPlan,
    lists,
    listsIn: useCallback((view) => planLists(view, planning), [planning]),
    callOf: (lift, over) => callOfDrop(lift, placeAmongCards(view, over), planning),
    onDrop: drop,
    say: (at) => sayLoad(at, planning),
  });
  const left = useMemo(() => listed(shown.left), [shown]);

  const candidateRow = useCallback(
    (id: string) => <PlanRow id={id} canEdit={canEdit} waitsIn={sprint.id} action={{ label: `Into ${sprint.name}`, icon: <Plus />, run: putIn }} />,
    [canEdit, sprint.id, sprint.name, putIn],
  );
  const list = { ...useItemRows({ rows, onOpen, isPlain: isAddRow }), lifted };
  const emptySprint = canPlan && !isPhone ? 'Nothing is in it yet. Drag something here, press → on a row, or fill it to capacity.' : 'Nothing is in it yet.';
  return (
    <div className="flex h-full flex-col">
      <TwoSides
        container={container}
        above={(side) => <LoadBar sprint={sprint} after={after} isBrief={side === 'left'} />}
        left={
          canPlan
            ? {
                label: 'To choose from',
                tab: `To choose from (${lists.left.length})`,
                head: <CandidatesHead sprint={sprint} product={product} from={from} candidates={lists.left} onFill={(items) => plan(items, sprint.id)} />,
                rows:
                  left.length === 0 ? (
                    <NoRows says={from.in === 'release' ? 'Nothing of this release is left to plan.' : 'Every open item of this team is in a sprint.'} />
                  ) : (
                    <VirtualRows
                      label="To choose from"
                      ids={left}
                      renderRow={candidateRow}
                      foot={left.length < MOST_CANDIDATES ? undefined : <FromTheTop most={MOST_CANDIDATES} />}
                      {...list}
                    />
                  ),
              }
            : null
        }
        right={{
          label: `In ${sprint.name}`,
          tab: `In the sprint (${lists.right.length})`,
          head: isPhone ? undefined : <LoadBar sprint={sprint} after={after} isBrief={sprint.state === 'imported'} />,
          rows:
            shown.right.length === 0 ? (
              <NoRows says={emptySprint} />
            ) : (
              <SprintRows sprint={sprint} cards={shown.right} {...{ after, expanded, focus, expand, canEdit, canPlan, onTakeOut: takeOut }} list={list} />
            ),
        }}
      />
      {layer}
      <OverList product={product} onOpen={onOpen} />
    </div>
  );
}
