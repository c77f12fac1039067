import { useCallback, useMemo, useRef } from 'react';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { PlaceInput } from '../../../domain/backlog/move-items.ts';
import { MOST_OF_PRODUCT } from '../../../domain/planning/team-queue.ts';
import { teamFlow } from '../../../domain/planning/team-flow.ts';
import type { View } from '../../../domain/collections.ts';
import type { Team } from '../../../domain/team/team.ts';
import type { NamedCall } from '../../../domain/verbs.ts';
import { OverList } from '../../backlog/OverList.tsx';
import { useItemRows } from '../../backlog/use-item-rows.ts';
import { aboutRow, noRows, useList } from '../../backlog/list-state.ts';
import { subjectOf } from '../../item/use-item-change.ts';
import { useCommand, useLook, useMay, useShown } from '../../store/hooks.ts';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import { grouped } from '../../ui/grouped.ts';
import { listed, withRows } from '../../ui/rows.ts';
import { toasts } from '../../ui/toasts.ts';
import { PlanRow } from '../plan/PlanRow.tsx';
import { FromTheTop, NoRows, TwoSides } from '../sides/TwoSides.tsx';
import { useSideDrag } from '../sides/use-side-drag.tsx';
import { beginCalls, moveInQueueCall, putBackCalls } from './flow-deeds.ts';
import { callOfFlowDrop, flowLists, NEXT_LINE, nextLineOf } from './flow-lists.ts';
import { NextLine } from './NextLine.tsx';
import { useFlowKeys } from './use-flow-keys.ts';

interface QueueViewProps {
  readonly team: Team;
  readonly product: string;
  readonly onOpen: (item: string) => void;
}

const LINE_PX = 32;

/** What waits for a team in flow, best first, with the line above which it is pulled next, and beside it what is under way. */
export function QueueView({ team, product, onOpen }: QueueViewProps) {
  const view = useShown();
  const command = useCommand();
  const canEdit = useMay('edit-items', { in: 'team', id: team.id });
  const canRank = useMay('rank-items', { in: 'product', id: team.products[0]! }); // a team has at least one
  const canPlan = useMay('plan-sprints', { in: 'team', id: team.id });
  const set = useList((list) => list.set);
  const listsIn = useCallback((at: View) => flowLists(at, team.id), [team.id]);
  const lists = useLook(listsIn, [listsIn]);
  const rows = useMemo(() => listed([...lists.left, ...lists.right]), [lists]);

  const run = useCallback(
    (calls: readonly NamedCall[], items: readonly string[], says: string) => {
      if (items.length === 0) return;
      command(calls, { toast: `${subjectOf(view, items)}: ${says}` });
      set({ selected: noRows });
    },
    [command, view, set],
  );
  const isBegun = useCallback((id: string) => teamFlow(view, team.id).begun.includes(id), [view, team.id]);
  const begin = useCallback(
    (row: string) => {
      const items = aboutRow(row).filter((id) => !isBegun(id));
      run(beginCalls(view, items), items, 'begun');
    },
    [run, view, isBegun],
  );
  const putBack = useCallback(
    (row: string) => {
      const items = aboutRow(row).filter(isBegun);
      run(putBackCalls(view, items), items, 'back in the queue');
    },
    [run, view, isBegun],
  );
  const move = (items: readonly string[], place: PlaceInput) => {
    const call = moveInQueueCall(team, items, { place, canRank });
    if (call === null) toasts.show('Ranking is for who leads the product');
    else run([call], items, 'moved');
  };
  const canMove = team.products.length > 1 ? canPlan : canRank;
  useFlowKeys({ rows, waiting: lists.left, begun: lists.right, canEdit, canMove, onOpen, onMove: move, onBegin: begin, onPutBack: putBack });
  const container = useRef<HTMLDivElement>(null);
  const {
    after,
    lists: shown,
    lifted,
    layer,
  } = useSideDrag(container, {
    canDrag: canEdit,
    lists,
    listsIn,
    callOf: (lift, over) => callOfFlowDrop(view, lift, { over, team, canMove }),
    onDrop: (call, items) => run([call], items, call.verb === 'setState' ? 'moved' : 'moved in the queue'),
    say: (at) => `${teamFlow(at, team.id).begun.length} under way`,
  });

  const line = useLook((at) => nextLineOf(after ?? at, team.id), [team, after]);
  const left = useMemo(() => (line ? withRows(listed(shown.left), [{ at: line.at, id: NEXT_LINE }]) : listed(shown.left)), [shown, line]);
  const right = useMemo(() => listed(shown.right), [shown]);
  const waitingRow = useCallback(
    (id: string) =>
      id === NEXT_LINE ? (
        line && <NextLine {...line} />
      ) : (
        <PlanRow id={id} canEdit={canEdit} waitsIn={null} action={canEdit ? { label: 'Begin', icon: <ArrowRight />, run: begin } : null} />
      ),
    [canEdit, begin, line],
  );
  const begunRow = useCallback(
    (id: string) => <PlanRow id={id} canEdit={canEdit} action={canEdit ? { label: 'Back to the queue', icon: <ArrowLeft />, run: putBack } : null} />,
    [canEdit, putBack],
  );
  const list = { ...useItemRows({ rows, onOpen, isPlain: isLine }), lifted };
  const isWhole = lists.left.length + lists.right.length < MOST_OF_PRODUCT;
  const waitingText = isWhole ? grouped(lists.left.length) : `the first ${grouped(lists.left.length)}`;
  return (
    <div className="flex h-full flex-col">
      <TwoSides
        container={container}
        left={{
          label: 'Waiting',
          tab: `Waiting (${waitingText})`,
          head: <Head says="Waiting" count={waitingText} />,
          rows:
            left.length === 0 ? (
              <NoRows says="Nothing waits for this team." />
            ) : (
              <VirtualRows
                label="Waiting"
                ids={left}
                odd={line ? [{ index: line.at, px: LINE_PX }] : NO_LINE}
                renderRow={waitingRow}
                foot={isWhole ? undefined : <FromTheTop most={lists.left.length} />}
                {...list}
              />
            ),
        }}
        right={{
          label: 'Under way',
          tab: `Under way (${lists.right.length})`,
          head: <Head says="Under way" count={grouped(lists.right.length)} />,
          rows:
            right.length === 0 ? (
              <NoRows
                says={line ? 'Nothing is under way. What stands above the line is pulled next.' : 'Nothing is under way. Begin what stands at the top.'}
              />
            ) : (
              <VirtualRows label="Under way" ids={right} renderRow={begunRow} {...list} />
            ),
        }}
      />
      {layer}
      <OverList product={team.products.length > 1 ? null : product} onOpen={onOpen} />
    </div>
  );
}

const NO_LINE: readonly never[] = [];
const isLine = (id: string): boolean => id === NEXT_LINE;

function Head({ says, count }: { says: string; count: string }) {
  return (
    <h2 className="flex min-h-9 items-center gap-2 border-b border-edge px-4 text-s font-medium text-ink-2 max-tablet:hidden">
      {says} <span className="num font-normal text-ink-3">{count}</span>
    </h2>
  );
}
