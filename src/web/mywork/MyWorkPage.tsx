import { useCallback, useEffect, useMemo } from 'react';
import { CircleCheck } from 'lucide-react';
import { myWork } from '../../domain/mywork/my-work.ts';
import { Shell } from '../app/Shell.tsx';
import { leaveList, useList } from '../backlog/list-state.ts';
import { OverList } from '../backlog/OverList.tsx';
import { useCursorKeys } from '../backlog/use-cursor-keys.ts';
import { useEditKeys } from '../backlog/use-edit-keys.ts';
import { useItemRows } from '../backlog/use-item-rows.ts';
import { useOpenItem } from '../backlog/use-open-item.ts';
import { itemBeside } from '../backlog/item-beside.tsx';
import { useMe, useReading } from '../store/hooks.ts';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { VirtualRows } from '../ui/VirtualRows.tsx';
import { WorkRow } from './WorkRow.tsx';
import { headingOf, workRows } from './work-rows.ts';
import { grouped } from '../ui/grouped.ts';

/** What I have begun, what comes next and by when, and what waits for what, over all products. */
export function MyWorkPage() {
  const { member } = useMe();
  const work = useReading(myWork, { member });
  const { rows, items, own } = useMemo(() => workRows(work), [work]);
  const opened = useOpenItem();
  const list = useItemRows({ rows: items, onOpen: opened.open, isPlain: isHeading });
  useEffect(() => leaveList, []);
  useWorkKeys(items, opened.open);
  const renderRow = useCallback(
    (id: string) => {
      const heading = headingOf(id);
      const one = own.get(id);
      return heading === null ? one && <WorkRow own={one} /> : <Heading says={heading} />;
    },
    [own],
  );
  const foot = work.later > 0 ? <p className="px-4 py-3 text-s text-ink-2 tablet:ps-8.5">{furtherDown(work.later)}</p> : undefined;
  return (
    <Shell title="My work" panel={itemBeside(opened)}>
      {items.length === 0 ? (
        <EmptyPlace icon={<CircleCheck />} sentence="Nothing waits for you.">
          {work.later > 0 && <p className="text-s text-ink-2">{furtherDown(work.later)}</p>}
        </EmptyPlace>
      ) : (
        <>
          <VirtualRows label="My work" ids={rows} renderRow={renderRow} foot={foot} {...list} />
          <OverList product={null} onOpen={opened.open} />
        </>
      )}
    </Shell>
  );
}

const isHeading = (id: string) => headingOf(id) !== null;

const furtherDown = (count: number): string =>
  count === 1 ? 'One more of yours stands further down its backlog.' : `${grouped(count)} more of yours stand further down the backlogs.`;

function Heading({ says }: { says: string }) {
  return (
    <div className="flex h-full items-end px-4 pb-1 text-s font-semibold text-ink-2" role="gridcell">
      {says}
    </div>
  );
}

/** The keys of every list, for rows of several products: what may be done is asked of the row under the cursor. */
function useWorkKeys(items: readonly string[], open: (item: string) => void): void {
  const { may } = useMe();
  const mayHere = (what: 'edit-items' | 'plan-releases') => () => {
    const { cursor } = useList.getState();
    return cursor !== null && may(what, { in: 'item', id: cursor });
  };
  useCursorKeys(items, open);
  useEditKeys({ mayEdit: mayHere('edit-items'), mayRank: mayHere('plan-releases') });
}
