import type { ReactNode } from 'react';
import type { Item } from '../../domain/backlog/item.ts';
import { groupOf } from '../../domain/backlog/open.ts';
import { dayIn } from '../../domain/kernel/day.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { useLook } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { shortDay } from '../ui/format-day.ts';
import { useItemChange } from './use-item-change.ts';
import { useRefusal } from './use-refusal.ts';
import { useToday } from './use-today.ts';

/** Says that an item is not open, since when and why, with the way back. Nothing for one that is. */
export function Standing({ item }: { item: Item }) {
  const zone = useLook((view) => view.get('product', item.product).zone, [item.product]);
  const group = useLook((view) => groupOf(view, item), [item]);
  const today = useToday(item.product);
  const items = [item.id];
  if (item.trashedAt !== null) {
    return (
      <Note item={item} call={{ verb: 'restoreItems', input: { items } }} label="Restore" says="restored">
        In the trash since {shortDay(dayIn(zone, item.trashedAt), today)}.
      </Note>
    );
  }
  if (item.parkedAt !== null) {
    return (
      <Note item={item} call={{ verb: 'unparkItems', input: { items } }} label="Bring back" says="back in the backlog">
        Parked since {shortDay(dayIn(zone, item.parkedAt), today)}
        {item.returnOn !== null && `, back on ${shortDay(item.returnOn, today)}`}.
      </Note>
    );
  }
  if (group === 'declined') {
    return (
      <Note item={item} call={{ verb: 'reopenItems', input: { items } }} label="Reopen" says="open again">
        Declined{item.closedOn !== null && ` on ${shortDay(item.closedOn, today)}`}
        {item.declineReason ? <>: “{item.declineReason}”</> : '.'}
      </Note>
    );
  }
  return null;
}

function Note({ item, call, label, says, children }: { item: Item; call: NamedCall; label: string; says: string; children: ReactNode }) {
  const change = useItemChange([item.id]);
  const refusal = useRefusal(call);
  return (
    <div className="flex items-center gap-3 rounded-control bg-sunken px-3 py-1.5 text-ink-2">
      <p className="min-w-0 flex-1 wrap-anywhere" dir="auto">
        {children}
      </p>
      {refusal === undefined && (
        <Button size="s" onClick={() => change(call, says)}>
          {label}
        </Button>
      )}
    </div>
  );
}
