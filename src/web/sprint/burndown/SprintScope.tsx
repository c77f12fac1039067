import type { Burndown, ChangeOfScope } from '../../../domain/sprint/burndown.ts';
import type { WorkUnit } from '../../../domain/sprint/work.ts';
import { nameIn } from '../../app/name-in.ts';
import { useShown } from '../../store/hooks.ts';
import { shortDay } from '../../ui/format-day.ts';
import { ItemLine } from '../daily/ItemLine.tsx';

interface SprintScopeProps {
  readonly burndown: Burndown;
  readonly unit: WorkUnit;
  readonly today: string;
  readonly onOpen: (item: string) => void;
}

const KINDS: Record<ChangeOfScope['kind'], string> = { added: 'added', removed: 'taken out', resized: 're-estimated' };

const ONE: Record<WorkUnit, string> = { points: 'point', hours: 'hour', items: 'item' };

/** What came into a sprint, left it or changed its size after its start: which, when, by whom, and how much. */
export function SprintScope({ burndown: { startedOn, changes }, unit, today, onOpen }: SprintScopeProps) {
  const name = nameIn(useShown());
  if (startedOn === null) return null;
  const says = ({ kind, day, by, more }: ChangeOfScope) =>
    `${KINDS[kind]} ${shortDay(day, today)}${by === null ? '' : ` by ${name('member', by)}`}${more[unit] === 0 ? '' : ` · ${more[unit] > 0 ? '+' : '−'}${Math.abs(more[unit])} ${Math.abs(more[unit]) === 1 ? ONE[unit] : unit}`}`;
  return (
    <section aria-label="Scope changes" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold">Scope changes</h2>
      {changes.length === 0 && <p className="text-ink-2">Nothing came in or went out since it started on {shortDay(startedOn, today)}.</p>}
      <ul>
        {changes.map((change) => (
          <ItemLine key={`${change.seq} ${change.item}`} item={change.item} says={says(change)} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}
