import type { Impediment } from '../../../domain/sprint/impediment.ts';
import { impedimentsDuring } from '../../../domain/sprint/impediments-during.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { useToday } from '../../item/use-today.ts';
import { useLook } from '../../store/hooks.ts';
import { shortDay } from '../../ui/format-day.ts';

/** What was in the way during a sprint: since when, and how it went away or that it did not. */
export function WasInTheWay({ sprint }: { sprint: Sprint }) {
  const today = useToday(sprint.product);
  const all = useLook((view) => impedimentsDuring(view, sprint), [sprint]);
  const says = ({ raisedOn, resolvedOn, resolution }: Impediment) =>
    resolvedOn === null
      ? `since ${shortDay(raisedOn, today)}, still in the way`
      : `${shortDay(raisedOn, today)} – ${shortDay(resolvedOn, today)}${resolution === '' ? '' : `: ${resolution}`}`;
  return (
    <section aria-labelledby="report-impediments">
      <h2 id="report-impediments" className="flex items-baseline gap-2 pb-2 font-semibold">
        In the way
        <span className="num font-normal text-ink-2">{all.length === 1 ? 'one thing' : all.length === 0 ? '' : `${all.length} things`}</span>
      </h2>
      {all.length === 0 && <p className="text-ink-3">Nothing was in the way.</p>}
      <ul>
        {all.map((impediment) => (
          <li key={impediment.id} className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-edge py-1">
            <span dir="auto" className="min-w-40 flex-1 wrap-anywhere">
              {impediment.title}
            </span>
            <span dir="auto" className="num text-s wrap-anywhere text-ink-2">
              {says(impediment)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
