import { useState } from 'react';
import type { Item } from '../../../domain/backlog/item.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import { DateField } from '../../ui/DateField.tsx';
import { exactDay, shortDay } from '../../ui/format-day.ts';
import { useItemChange } from '../use-item-change.ts';
import { useToday } from '../use-today.ts';
import { Fact, valueLook } from './Fact.tsx';

interface DueFactProps {
  readonly item: Item;
  readonly canEdit: boolean;
  /** It was just asked for: the field is open. */
  readonly isNew: boolean;
  readonly onDone: () => void;
}

/** By when somebody wants to be reminded of it. */
export function DueFact({ item, canEdit, isNew, onDone }: DueFactProps) {
  const [isOpen, setIsOpen] = useState(isNew);
  const today = useToday(item.product);
  const change = useItemChange([item.id]);
  const close = () => {
    setIsOpen(false);
    onDone();
  };
  const set = (day: string | null) => {
    change({ verb: 'updateItems', input: { items: [item.id], dueOn: day as Day | null } }, day === null ? 'no due date' : `due ${shortDay(day, today)}`);
    close();
  };
  if (canEdit && isOpen) {
    return (
      <Fact label="Due">
        <div
          role="group"
          aria-label="Due"
          onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
          onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && (event.preventDefault(), close())}
        >
          <DateField label="Due" isLabelHidden autoFocus className="w-40" value={item.dueOn} today={today} onChange={set} onEnter={close} />
        </div>
      </Fact>
    );
  }
  if (item.dueOn === null) return null;
  const words = shortDay(item.dueOn, today);
  const isPast = item.dueOn < today && item.closedOn === null;
  const value = <span data-tip={exactDay(item.dueOn)}>{isPast ? `${words}, passed` : words}</span>;
  return (
    <Fact label="Due">
      {canEdit ? (
        <button type="button" onClick={() => setIsOpen(true)} className={valueLook}>
          <span className="sr-only">Due: </span>
          {value}
        </button>
      ) : (
        value
      )}
    </Fact>
  );
}
