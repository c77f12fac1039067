import { cutLines } from '../../domain/cutline/cut-line.ts';
import { withOwnRows } from '../../domain/cutline/own-rows.ts';
import type { Release } from '../../domain/release/release.ts';
import { categoryInText } from '../app/category-name.ts';
import { nameIn } from '../app/name-in.ts';
import { useNow } from '../app/use-now.ts';
import { useLook } from '../store/hooks.ts';
import { shortDay } from '../ui/format-day.ts';
import { percentOf } from '../ui/percent.ts';

/** What each team can do until the date of a release, and what its line takes of it. */
export function ReleaseCapacity({ release }: { release: Release }) {
  const now = useNow();
  const { teams, unit, today } = useLook(
    (view) => {
      const lines = cutLines(view, release.product, { now });
      const whole = lines.lines.find((one) => one.release === release.id);
      const line = whole && withOwnRows(view, lines, whole);
      const name = nameIn(view);
      return { unit: lines.unit, today: lines.today, teams: (line?.teams ?? []).map((one) => ({ ...one, name: name('team', one.team) })) };
    },
    [release.id, release.product, now],
  );
  if (release.dueOn === null || teams.length === 0) return null;
  const until = `by ${shortDay(release.dueOn, today)}`;
  return (
    <section aria-label="Capacity" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold">Capacity</h2>
      <ul className="divide-y divide-edge overflow-hidden rounded-panel border border-edge">
        {teams.map(({ team, keptFor, name, used, capacity, pace, forecast }) => (
          <li key={`${team} ${keptFor}`} className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3 py-1.5">
            <span className="min-w-0 truncate font-medium">{keptFor === null ? name : `${name}, kept for ${categoryInText(keptFor)}`}</span>
            {forecast === null && pace === null ? (
              <span className="text-ink-2">nobody has said how much it delivers</span>
            ) : (
              <>
                <span className="num">{`${used} of ${capacity} ${unit} above the line`}</span>
                <span className="num text-s text-ink-2">
                  {forecast === null ? `${pace} in two weeks, ${until}` : `delivers ${forecast.delivers} ${until} with ${percentOf(forecast.confidence)}`}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
