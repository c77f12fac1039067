import { useCallback, useMemo } from 'react';
import { Archive } from 'lucide-react';
import { parkedItems } from '../../domain/backlog/open.ts';
import type { Item } from '../../domain/backlog/item.ts';
import { useToday } from '../item/use-today.ts';
import { useGroup, useMay } from '../store/hooks.ts';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { ExtraRow } from './ExtraRow.tsx';
import { groupedRows, headingOf } from './grouped-rows.ts';
import { SideList } from './SideList.tsx';

/** What was put aside, grouped by tag: since when, until when, and the way back for as many as are selected. */
export function ParkedList({ product, onOpen }: { product: string; onOpen: (item: string) => void }) {
  const group = useGroup(parkedItems, product);
  const canEdit = useMay('edit-items', { in: 'product', id: product });
  const today = useToday(product);
  const { rows, items } = useMemo(() => {
    const parked = Array.from({ length: group.length }, (_, at) => group.at(group.length - 1 - at)).filter((item) => item !== undefined);
    return { rows: groupedRows(parked), items: parked.length };
  }, [group]);
  const renderRow = useCallback((id: string) => <ParkedRow id={id} today={today} />, [today]);
  if (items === 0) return <EmptyPlace icon={<Archive />} sentence="What you park is kept here, out of the way, and comes back when you want it." />;
  return (
    <SideList
      label="Parked"
      product={product}
      rows={rows}
      renderRow={renderRow}
      onOpen={onOpen}
      back={canEdit ? { verb: 'unparkItems', label: 'Bring back', says: 'back in the backlog' } : null}
    />
  );
}

function ParkedRow({ id, today }: { id: string; today: string }) {
  const heading = headingOf(id);
  if (heading !== null) {
    return (
      <div className="flex h-full items-end px-4 pb-1 text-s font-semibold text-ink-2" role="gridcell" dir="auto">
        {heading === '' ? 'No tag' : heading}
      </div>
    );
  }
  return (
    <ExtraRow
      id={id}
      today={today}
      says={(item: Item, day) => `parked ${day(item.parkedAt)}`}
      note={(item, day) => (item.returnOn === null ? '' : `back ${day(item.returnOn)}`)}
    />
  );
}
