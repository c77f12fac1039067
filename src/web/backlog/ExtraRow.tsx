import type { Item } from '../../domain/backlog/item.ts';
import { dayIn, type Day, type Instant } from '../../domain/kernel/day.ts';
import { nameIn } from '../app/name-in.ts';
import { useLook, useRecord } from '../store/hooks.ts';
import { exactDay, shortDay } from '../ui/format-day.ts';
import { Tag } from '../ui/Tag.tsx';
import { EstimateText } from './row/EstimateText.tsx';
import { TypeMark } from './marks/TypeMark.tsx';

type ShortDay = (at: Instant | Day | null) => string;

interface ExtraRowProps {
  readonly id: string;
  readonly today: string;
  /** Since when it is here: `parked 12 Mar`. */
  readonly says: (item: Item, day: ShortDay) => string;
  /** Until when, or how long still. */
  readonly note: (item: Item, day: ShortDay, dayOf: (at: Instant) => Day) => string;
}

/** A row of a list beside the ranked one: what it is, since when it is here, and what becomes of it. */
export function ExtraRow({ id, today, says, note }: ExtraRowProps) {
  const item = useRecord('item', id);
  const { key, zone } = useLook((view) => ({ key: nameIn(view)('item', id), zone: item ? view.get('product', item.product).zone : 'UTC' }), [id, item]);
  if (!item) return null;
  const dayOf = (at: Instant | Day) => (at.includes('T') ? dayIn(zone, at as Instant) : (at as Day));
  const day: ShortDay = (at) => (at === null ? '' : shortDay(dayOf(at), today));
  const since = item.trashedAt ?? item.parkedAt;
  return (
    <div className="grid h-full grid-cols-[18px_70px_minmax(0,1fr)_auto_auto_88px_42px] items-center gap-2 ps-8.5 pe-4 max-tablet:grid-cols-[18px_minmax(0,1fr)_40px] max-tablet:px-3">
      <span role="gridcell">
        <TypeMark type={item.type} />
      </span>
      <span role="gridcell" className="truncate font-mono text-s text-ink-3 max-tablet:hidden">
        {key}
      </span>
      <span role="gridcell" className="flex min-w-0 flex-col justify-center">
        <span className="truncate" dir="auto" title={item.title}>
          {item.title}
        </span>
        <span className="hidden truncate text-xs text-ink-2 max-tablet:block">{[says(item, day), note(item, day, dayOf)].filter(Boolean).join(', ')}</span>
      </span>
      <span role="gridcell" className="flex gap-1 overflow-hidden max-tablet:hidden">
        {item.tags.slice(0, 2).map((tag) => (
          <Tag key={tag} name={tag} />
        ))}
        {item.tags.length > 2 && <span className="num text-s text-ink-3">+{item.tags.length - 2}</span>}
      </span>
      <span
        role="gridcell"
        className="num text-s whitespace-nowrap text-ink-2 max-tablet:hidden"
        data-tip={since === null ? undefined : exactDay(dayOf(since))}
      >
        {says(item, day)}
      </span>
      <span role="gridcell" className="num truncate text-end text-s whitespace-nowrap text-ink-2 max-tablet:hidden">
        {note(item, day, dayOf)}
      </span>
      <EstimateText estimate={item.estimate} />
    </div>
  );
}
