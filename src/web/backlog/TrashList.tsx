import { useCallback, useMemo } from 'react';
import { Trash2 } from 'lucide-react';
import { trashedItems } from '../../domain/backlog/open.ts';
import { addDays, daysBetween, type Day } from '../../domain/kernel/day.ts';
import { useToday } from '../item/use-today.ts';
import { useIds, useMay } from '../store/hooks.ts';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { ExtraRow } from './ExtraRow.tsx';
import { SideList } from './SideList.tsx';

/** Items in the trash can be restored for so many days. */
const KEPT_DAYS = 30;

/** What was thrown away by mistake or as one, newest first, with the way back. */
export function TrashList({ product, onOpen }: { product: string; onOpen: (item: string) => void }) {
  const ids = useIds(trashedItems, product);
  const canEdit = useMay('edit-items', { in: 'product', id: product });
  const today = useToday(product);
  const rows = useMemo(() => [...ids].reverse(), [ids]);
  const renderRow = useCallback(
    (id: string) => (
      <ExtraRow
        id={id}
        today={today}
        says={(item, day) => `thrown away ${day(item.trashedAt)}`}
        note={(item, _, dayOf) => leftWords(today, dayOf(item.trashedAt!))}
      />
    ),
    [today],
  );
  if (rows.length === 0) return <EmptyPlace icon={<Trash2 />} sentence="What you throw away lies here for 30 days, in case it was a mistake." />;
  return (
    <SideList
      label="Trash"
      product={product}
      rows={rows}
      renderRow={renderRow}
      onOpen={onOpen}
      back={canEdit ? { verb: 'restoreItems', label: 'Restore', says: 'restored' } : null}
    />
  );
}

function leftWords(today: Day, trashedOn: Day): string {
  const left = daysBetween(today, addDays(trashedOn, KEPT_DAYS));
  return left === 1 ? '1 day left' : left > 0 ? `${left} days left` : 'last day';
}
