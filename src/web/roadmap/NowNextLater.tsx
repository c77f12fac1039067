import { Pin } from 'lucide-react';
import { addDays, type Day } from '../../domain/kernel/day.ts';
import type { EntryAnswer } from '../../domain/roadmap/roadmap.ts';
import { nameIn } from '../app/name-in.ts';
import { useShown } from '../store/hooks.ts';
import { shortDay } from '../ui/format-day.ts';
import { driftText } from './drift-text.ts';
import { horizons } from './horizons.ts';
import type { Opened } from './Timeline.tsx';

/** The roadmap as a list, for a narrow page: what is under way, what comes next, and what later. */
export function NowNextLater({ entries, today, onOpen }: { entries: readonly EntryAnswer[]; today: Day; onOpen: (entry: Opened) => void }) {
  const view = useShown();
  return (
    <div className="h-full overflow-y-auto pb-24">
      {horizons(entries, { today, soon: addDays(today, 90) }).map(({ name, inIt }) => (
        <section key={name} aria-label={name}>
          <h2 className="sticky top-0 z-10 border-b border-edge bg-surface px-4 py-2 text-s font-semibold text-ink-2">{name}</h2>
          <ul className="divide-y divide-edge">
            {inIt.map((entry) => (
              <li key={entry.id}>
                <button
                  type="button"
                  className="grid w-full gap-0.5 px-4 py-2.5 text-start"
                  onClick={() => onOpen({ kind: entry.kind, id: entry.id, key: entry.kind === 'epic' ? nameIn(view)('item', entry.id) : '' })}
                >
                  <span className="flex items-center gap-2">
                    <strong className="min-w-0 flex-1 truncate font-medium">{entry.name}</strong>
                    <span className="num flex items-center gap-1 text-s text-ink-2">
                      {entry.bar ? shortDay(entry.bar.to, today) : 'no date'}
                      {entry.bar?.isPromised && <Pin aria-label="promised" className="size-3" />}
                    </span>
                  </span>
                  <span className="num text-s text-ink-3">
                    {entry.kind === 'release' ? 'Release' : 'Epic'} · {entry.progress.done} of {entry.progress.of} done
                    {entry.drift && <span className="text-line-ink"> · {driftText(entry.drift, today)}</span>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
