import type { ReleaseCone } from '../../domain/cutline/release-cone.ts';
import { shortDay } from '../ui/format-day.ts';
import { percentOf } from '../ui/percent.ts';
import { ItemWords } from '../item/ItemWords.tsx';

/** What the cone says in words, and what it leaves out. */
export function ConeNote({ cone, today, onOpen }: { cone: ReleaseCone | null; today: string; onOpen: (item: string) => void }) {
  if (cone === null) return null;
  const days = cone.days.map(({ with: share, day }) => `${day === null ? 'not within three years' : `by ${shortDay(day, today)}`} with ${percentOf(share)}`);
  const { held } = cone;
  return (
    <p className="num flex flex-wrap items-baseline gap-x-3 text-s text-ink-2" data-cone-note>
      <span>{`What is left is done ${days.join(', ')}.`}</span>
      {held.length > 0 && (
        <>
          <span>{held.length === 1 ? 'One item is held and left out:' : `${held.length} items are held and left out:`}</span>
          <ItemWords ids={held} onOpen={onOpen} />
        </>
      )}
    </p>
  );
}
