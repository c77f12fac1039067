import { useState, type ReactNode } from 'react';
import type { Day } from '../../../domain/kernel/day.ts';
import { DateField } from '../../ui/DateField.tsx';
import { exactDay, shortDay } from '../../ui/format-day.ts';
import { Fact, valueLook } from './Fact.tsx';

interface DayFactProps {
  readonly label: string;
  readonly day: Day | null;
  readonly today: Day;
  readonly canEdit: boolean;
  /** It was just asked for: the field is open. */
  readonly isNew: boolean;
  readonly min?: Day;
  /** Behind the day: `, passed`. */
  readonly note?: ReactNode;
  readonly onSet: (day: Day | null) => void;
  readonly onDone: () => void;
}

/** A day that is said of an item, edited in its place. Nothing stands there while there is none. */
export function DayFact({ label, day, today, canEdit, isNew, min, note, onSet, onDone }: DayFactProps) {
  const [isOpen, setIsOpen] = useState(isNew);
  const close = () => {
    setIsOpen(false);
    onDone();
  };
  if (canEdit && isOpen) {
    return (
      <Fact label={label}>
        <div
          role="group"
          aria-label={label}
          onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
          onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && (event.preventDefault(), close())}
        >
          <DateField
            label={label}
            isLabelHidden
            autoFocus
            className="w-40"
            value={day}
            today={today}
            min={min}
            onChange={(next) => {
              onSet(next as Day | null);
              close();
            }}
            onEnter={close}
          />
        </div>
      </Fact>
    );
  }
  if (day === null) return null;
  const value = (
    <span data-tip={exactDay(day)}>
      {shortDay(day, today)}
      {note}
    </span>
  );
  return (
    <Fact label={label}>
      {canEdit ? (
        <button type="button" onClick={() => setIsOpen(true)} className={valueLook}>
          <span className="sr-only">{label}: </span>
          {value}
        </button>
      ) : (
        value
      )}
    </Fact>
  );
}
