import { CalendarPlus } from 'lucide-react';
import type { Day } from '../../domain/kernel/day.ts';
import type { EntryAnswer } from '../../domain/roadmap/roadmap.ts';
import { nameIn } from '../app/name-in.ts';
import { useMe, useRecord, useShown } from '../store/hooks.ts';
import { DateField } from '../ui/DateField.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { useOpener } from '../ui/use-opener.ts';
import type { Opened } from './Timeline.tsx';
import { usePromise } from './use-promise.ts';

/** Something without a date: opened by its name, and given one beside it. */
export function UndatedEntry({ entry, today, onOpen }: { entry: EntryAnswer; today: Day; onOpen: (entry: Opened) => void }) {
  const view = useShown();
  const { may } = useMe();
  const item = useRecord('item', entry.kind === 'epic' ? entry.id : null);
  const { setEnd } = usePromise(entry);
  const { opener, layer, close } = useOpener('dialog');
  const canDate =
    entry.kind === 'release'
      ? may('promise-dates', { in: 'release', id: entry.id })
      : item !== undefined && may('promise-dates', { in: 'product', id: item.product });
  return (
    <span className="inline-flex h-7 max-w-72 items-center rounded-control border border-edge-strong bg-sunken">
      <button
        type="button"
        className="min-w-0 truncate px-2.5 text-s hover:text-accent"
        title={entry.name}
        onClick={() => onOpen({ kind: entry.kind, id: entry.id, key: entry.kind === 'epic' ? nameIn(view)('item', entry.id) : '' })}
      >
        {entry.name}
      </button>
      {canDate && (
        <>
          <IconButton {...opener} label={`Give ${entry.name} a date`} size="s" className="size-6!" icon={<CalendarPlus aria-hidden="true" />} data-no-print />
          <Popover {...layer} label="Date">
            <DateField
              label="Promised for"
              value={null}
              today={today}
              min={today}
              autoFocus
              onChange={() => {}}
              onEnter={(day) => {
                close();
                if (day !== null) setEnd(day as Day);
              }}
            />
          </Popover>
        </>
      )}
    </span>
  );
}
