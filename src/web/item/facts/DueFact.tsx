import type { Item } from '../../../domain/backlog/item.ts';
import { shortDay } from '../../ui/format-day.ts';
import { useItemChange } from '../use-item-change.ts';
import { useToday } from '../use-today.ts';
import { DayFact } from './DayFact.tsx';

interface DueFactProps {
  readonly item: Item;
  readonly canEdit: boolean;
  readonly isNew: boolean;
  readonly onDone: () => void;
}

/** By when somebody wants to be reminded of it. */
export function DueFact({ item, ...rest }: DueFactProps) {
  const today = useToday(item.product);
  const change = useItemChange([item.id]);
  const isPast = item.dueOn !== null && item.dueOn < today && item.closedOn === null;
  return (
    <DayFact
      {...rest}
      label="Due"
      day={item.dueOn}
      today={today}
      note={isPast && ', passed'}
      onSet={(day) => change({ verb: 'updateItems', input: { items: [item.id], dueOn: day } }, day === null ? 'no due date' : `due ${shortDay(day, today)}`)}
    />
  );
}
