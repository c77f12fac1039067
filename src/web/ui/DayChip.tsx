import type { ReactNode } from 'react';
import { Chip } from './Chip.tsx';
import { DateField } from './DateField.tsx';
import { exactDay, shortDay } from './format-day.ts';
import { Popover } from './Popover.tsx';
import { useOpener } from './use-opener.ts';

export interface DayChipProps {
  /** Before the day: `start`. */
  readonly label?: string | undefined;
  /** What is asked for where it is set: `Start`. */
  readonly asks: string;
  readonly day: string | null;
  /** What stands there, if not the day itself. */
  readonly shown?: ReactNode;
  readonly hint?: string | undefined;
  readonly today: string;
  readonly near?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly canEdit: boolean;
  readonly onChange: (day: string | null) => void;
}

/** A day that is set where it stands: by a click, the day and Enter. Who only reads sees none that is not set. */
export function DayChip({ label, asks, day, today, near, min, max, canEdit, onChange, ...own }: DayChipProps) {
  const { opener, layer, close } = useOpener('dialog');
  const shown = own.shown ?? (day === null ? 'none' : shortDay(day, today));
  const hint = own.hint ?? (day === null ? undefined : exactDay(day));
  if (!canEdit)
    return day === null ? null : (
      <span className="num shrink-0" title={hint}>
        {label} {shown}
      </span>
    );
  return (
    <>
      <Chip {...opener} label={label} value={shown} isOpenPlace={day === null} hint={hint} />
      <Popover {...layer} label={asks}>
        <DateField
          label={asks}
          value={day}
          today={today}
          near={near}
          min={min}
          max={max}
          autoFocus
          onChange={() => {}}
          onEnter={(next) => {
            close();
            if (next !== day) onChange(next);
          }}
        />
      </Popover>
    </>
  );
}
