import { useCallback, useEffect, useMemo, useState } from 'react';
import { Minus, Plus } from 'lucide-react';
import { useSearch } from '@tanstack/react-router';
import { cardsOf } from '../../../domain/sprint/cards.ts';
import { candidatesFor } from '../../../domain/planning/sprint-load.ts';
import { isOpenSprint } from '../../../domain/sprint/sprint-rules.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { OverList } from '../../backlog/OverList.tsx';
import { clickRow } from '../../backlog/click-row.ts';
import { aboutRow, useList } from '../../backlog/list-state.ts';
import { subjectOf } from '../../item/use-item-change.ts';
import { useCommand, useLook, useMay, useShown } from '../../store/hooks.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import { listed } from '../../ui/rows.ts';
import { useIsPhone } from '../../ui/use-is-phone.ts';
import { CandidatesHead } from './CandidatesHead.tsx';
import { LoadBar } from './LoadBar.tsx';
import { PlanRow } from './PlanRow.tsx';
import { usePlanKeys } from './use-plan-keys.ts';
import { useSprintDrag } from './use-sprint-drag.tsx';

export interface PlanViewProps {
  readonly sprint: Sprint;
  readonly product: string;
  readonly onOpen: (item: string) => void;
}

/** What could come into a sprint on the left, best first, and what is in it on the right, in the team's own order. */
export function PlanView({ sprint, product, onOpen }: PlanViewProps) {
  const { from = null } = useSearch({ strict: false }) as { from?: string };
  const view = useShown();
  const command = useCommand();
  const isPhone = useIsPhone();
  const [side, setSide] = useState<'left' | 'right'>('left');
  const canPlan = useMay('plan-sprints', { in: 'sprint', id: sprint.id }) && isOpenSprint(sprint);
  const canEdit = useMay('edit-items', { in: 'product', id: product });
  const cursor = useList((list) => list.cursor);
  const selected = useList((list) => list.selected);
  const set = useList((list) => list.set);
  const candidates = useLook(
    (at) => (canPlan ? candidatesFor(at, sprint, { product, release: from }).map(({ id }) => id) : []),
    [sprint, product, from, canPlan],
  );
  const cards = useLook((at) => cardsOf(at, sprint.id).map(({ id }) => id), [sprint.id]);
  const rows = useMemo(() => listed([...candidates, ...cards]), [candidates, cards]);
  useEffect(() => set({ rows }), [rows, set]);

  const plan = useCallback(
    (items: readonly string[], into: string | null) => {
      if (items.length === 0) return;
      command(
        { verb: 'planInSprint', input: { items: [...items], sprint: into } },
        { toast: `${subjectOf(view, items)}: ${into === null ? 'out of' : 'in'} ${sprint.name}` },
      );
      set({ selected: new Set() });
    },
    [command, view, sprint.name, set],
  );
  const putIn = useCallback(
    (id: string) =>
      plan(
        aboutRow(id).filter((item) => view.get('item', item).sprint !== sprint.id),
        sprint.id,
      ),
    [plan, view, sprint.id],
  );
  const takeOut = useCallback(
    (id: string) =>
      plan(
        aboutRow(id).filter((item) => view.get('item', item).sprint === sprint.id),
        null,
      ),
    [plan, view, sprint.id],
  );
  usePlanKeys({ rows, sprint, product, cards, canEdit, canPlan, onOpen, onPutIn: putIn, onTakeOut: takeOut });
  const { order, rowDrag, layer } = useSprintDrag(sprint, cards, canPlan);

  const candidateRow = useCallback(
    (id: string) => <PlanRow id={id} canEdit={canEdit} action={{ label: `Into ${sprint.name}`, icon: <Plus />, run: putIn }} />,
    [canEdit, sprint.name, putIn],
  );
  const cardRow = useCallback(
    (id: string) => <PlanRow id={id} canEdit={canEdit} action={canPlan ? { label: `Out of ${sprint.name}`, icon: <Minus />, run: takeOut } : null} />,
    [canEdit, canPlan, sprint.name, takeOut],
  );
  const list = { rowPx: isPhone ? 46 : 34, cursor, selected, onRowClick: (id: string, event: React.MouseEvent) => clickRow(id, event, { rows, onOpen }) };
  const onRowMenu = (id: string, { x, y }: { x: number; y: number }) => set({ cursor: id, menu: { row: id, x, y } });
  const hasLeft = canPlan && (!isPhone || side === 'left');
  const hasRight = !canPlan || !isPhone || side === 'right';
  return (
    <div className="flex h-full flex-col">
      {isPhone && <LoadBar sprint={sprint} />}
      {canPlan && isPhone && (
        <div className="flex justify-center border-b border-edge py-2">
          <Segmented
            label="Side"
            value={side}
            onChange={setSide}
            options={[
              { id: 'left', label: `To choose from (${candidates.length})` },
              { id: 'right', label: `In the sprint (${cards.length})` },
            ]}
          />
        </div>
      )}
      <div className="flex min-h-0 flex-1">
        {hasLeft && (
          <section aria-label="To choose from" className="flex min-w-0 flex-1 flex-col">
            <CandidatesHead sprint={sprint} product={product} from={from} candidates={candidates} onFill={(items) => plan(items, sprint.id)} />
            <div className="min-h-0 flex-1">
              {candidates.length === 0 ? (
                <Nothing says={from === null ? 'Every open item of this team is in a sprint.' : 'Nothing of this release is left to plan.'} />
              ) : (
                <VirtualRows label="To choose from" ids={listed(candidates)} renderRow={candidateRow} onRowMenu={onRowMenu} {...list} />
              )}
            </div>
          </section>
        )}
        {hasRight && (
          <section aria-label={`In ${sprint.name}`} className="flex min-w-0 flex-1 flex-col border-s border-edge max-tablet:border-0">
            {!isPhone && <LoadBar sprint={sprint} />}
            <div className="min-h-0 flex-1">
              {cards.length === 0 ? (
                <Nothing says="Nothing is in it yet." />
              ) : (
                <VirtualRows label={`In ${sprint.name}`} ids={order} renderRow={cardRow} onRowMenu={onRowMenu} drag={rowDrag} lifted={layer.row} {...list} />
              )}
            </div>
          </section>
        )}
      </div>
      {layer.content}
      <OverList product={product} onOpen={onOpen} />
    </div>
  );
}

function Nothing({ says }: { says: string }) {
  return <p className="p-6 text-center text-ink-3">{says}</p>;
}
