import type { Item } from '../../../domain/backlog/item.ts';
import { usePromise } from '../../roadmap/use-promise.ts';
import { useToday } from '../use-today.ts';
import { DayFact } from './DayFact.tsx';

interface PromiseFactProps {
  readonly item: Item;
  readonly canPromise: boolean;
  readonly isNew: boolean;
  readonly onDone: () => void;
}

/** The day that was promised for it on the roadmap: what dragging the end of its bar does, without a bar. Emptied, it is given back to the plan. */
export function PromiseFact({ item, canPromise, isNew, onDone }: PromiseFactProps) {
  const today = useToday(item.product);
  const { setEnd, unpin } = usePromise({ kind: 'epic', id: item.id, name: item.title });
  return (
    <DayFact
      label="Promised"
      day={item.promisedOn}
      today={today}
      min={today}
      canEdit={canPromise}
      isNew={isNew}
      onSet={(day) => (day === null ? unpin() : setEnd(day))}
      onDone={onDone}
    />
  );
}
