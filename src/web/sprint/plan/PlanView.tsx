import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Plus } from 'lucide-react';
import { useSearch } from '@tanstack/react-router';
import { isOpenSprint } from '../../../domain/sprint/sprint-rules.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { OverList } from '../../backlog/OverList.tsx';
import { clickRow } from '../../backlog/click-row.ts';
import { useList } from '../../backlog/list-state.ts';
import { useLook, useMay } from '../../store/hooks.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import { listed } from '../../ui/rows.ts';
import { useIsPhone } from '../../ui/use-is-phone.ts';
import { CandidatesHead } from './CandidatesHead.tsx';
import { LoadBar } from './LoadBar.tsx';
import { PlanRow } from './PlanRow.tsx';
import { endOf, planLists, type Planning, type Side } from './plan-lists.ts';
import { SprintRows } from './SprintRows.tsx';
import { isAddRow, withTasks } from './task-rows.ts';
import { useExpanded } from './use-expanded.ts';
import { usePlanDeeds } from './use-plan-deeds.ts';
import { usePlanDrag } from './use-plan-drag.tsx';
import { usePlanKeys } from './use-plan-keys.ts';

export interface PlanViewProps {
  readonly sprint: Sprint;
  readonly product: string;
  readonly onOpen: (item: string) => void;
}

/** What could come into a sprint on the left, best first, and what is in it on the right, in the team's own order. */
export function PlanView({ sprint, product, onOpen }: PlanViewProps) {
  const { from = null } = useSearch({ strict: false }) as { from?: string };
  const isPhone = useIsPhone();
  const [side, setSide] = useState<Side>('left');
  const canPlan = useMay('plan-sprints', { in: 'sprint', id: sprint.id }) && isOpenSprint(sprint);
  const canEdit = useMay('edit-items', { in: 'product', id: product });
  const canRank = useMay('rank-items', { in: 'product', id: product });
  const planning = useMemo<Planning>(() => ({ sprint, product, from, canPlan, canRank }), [sprint, product, from, canPlan, canRank]);
  const cursor = useList((list) => list.cursor);
  const selected = useList((list) => list.selected);
  const set = useList((list) => list.set);
  const lists = useLook((view) => planLists(view, planning), [planning]);
  const { expanded, focus, expand, add } = useExpanded();
  const inSprint = useLook((view) => withTasks(view, lists.right, { expanded, canAdd: false }), [lists, expanded]);
  const rows = useMemo(() => listed([...lists.left, ...inSprint]), [lists, inSprint]);
  useEffect(() => set({ rows }), [rows, set]);

  const { plan, putIn, takeOut, drop } = usePlanDeeds(sprint);
  usePlanKeys({ rows, sprint, product, cards: lists.right, canEdit, canPlan, onOpen, onPutIn: putIn, onTakeOut: takeOut, expanded, expand, onAddTask: add });
  const container = useRef<HTMLDivElement>(null);
  const { after, lists: shown, lifted, layer } = usePlanDrag(container, { planning, lists, onDrop: drop });
  const left = useMemo(() => listed(shown.left), [shown]);

  const candidateRow = useCallback(
    (id: string) => <PlanRow id={id} canEdit={canEdit} action={{ label: `Into ${sprint.name}`, icon: <Plus />, run: putIn }} />,
    [canEdit, sprint.name, putIn],
  );
  const list = {
    rowPx: isPhone ? 46 : 34,
    cursor,
    selected,
    lifted,
    onRowClick: (id: string, event: React.MouseEvent) => !isAddRow(id) && clickRow(id, event, { rows, onOpen }),
    onRowMenu: (id: string, { x, y }: { x: number; y: number }) => !isAddRow(id) && set({ cursor: id, menu: { row: id, x, y } }),
  };
  const hasLeft = canPlan && (!isPhone || side === 'left');
  const hasRight = !canPlan || !isPhone || side === 'right';
  return (
    <div className="flex h-full flex-col">
      {isPhone && <LoadBar sprint={sprint} after={after} isBrief={hasLeft} />}
      {canPlan && isPhone && (
        <div className="flex justify-center border-b border-edge py-2">
          <Segmented
            label="Side"
            value={side}
            onChange={setSide}
            options={[
              { id: 'left', label: `To choose from (${lists.left.length})` },
              { id: 'right', label: `In the sprint (${lists.right.length})` },
            ]}
          />
        </div>
      )}
      <div ref={container} className="flex min-h-0 flex-1">
        {hasLeft && (
          <section aria-label="To choose from" className="flex min-w-0 flex-1 flex-col">
            <CandidatesHead sprint={sprint} product={product} from={from} candidates={lists.left} onFill={(items) => plan(items, sprint.id)} />
            <div data-row-end={endOf('left')} className="min-h-0 flex-1">
              {left.length === 0 ? (
                <Nothing says={from === null ? 'Every open item of this team is in a sprint.' : 'Nothing of this release is left to plan.'} />
              ) : (
                <VirtualRows label="To choose from" ids={left} renderRow={candidateRow} {...list} />
              )}
            </div>
          </section>
        )}
        {hasRight && (
          <section aria-label={`In ${sprint.name}`} className="flex min-w-0 flex-1 flex-col border-s border-edge max-tablet:border-0">
            {!isPhone && <LoadBar sprint={sprint} after={after} />}
            <div data-row-end={endOf('right')} className="min-h-0 flex-1">
              {shown.right.length === 0 ? (
                <Nothing
                  says={canPlan && !isPhone ? 'Nothing is in it yet. Drag something here, press → on a row, or fill it to capacity.' : 'Nothing is in it yet.'}
                />
              ) : (
                <SprintRows sprint={sprint} cards={shown.right} {...{ after, expanded, focus, expand, canEdit, canPlan, onTakeOut: takeOut }} list={list} />
              )}
            </div>
          </section>
        )}
      </div>
      {layer}
      <OverList product={product} onOpen={onOpen} />
    </div>
  );
}

function Nothing({ says }: { says: string }) {
  return <p className="p-6 text-center text-ink-3">{says}</p>;
}
