import type { Day } from '../../../domain/kernel/day.ts';
import { nameIn } from '../../app/name-in.ts';
import { useShown } from '../../store/hooks.ts';
import { shortDay } from '../../ui/format-day.ts';
import { ItemLine } from './ItemLine.tsx';
import { TheRest } from './TheRest.tsx';
import type { News } from './use-daily.ts';

interface SinceProps {
  readonly news: News | undefined;
  readonly today: Day;
  readonly since: Day;
  /** So many lines at most; the rest is counted. */
  readonly most?: number;
  readonly onOpen: (item: string) => void;
}

/** What moved since the last working day, the newest first, and what came and went. */
export function Since({ news, today, since, most = Number.POSITIVE_INFINITY, onOpen }: SinceProps) {
  const name = nameIn(useShown());
  const lines = news
    ? [
        ...news.moved.map(({ item, to, on }) => ({ item, says: `${name('state', to)}${on === today ? ' today' : ''}` })),
        ...news.added.map(({ item }) => ({ item, says: 'added to the sprint' })),
        ...news.removed.map(({ item }) => ({ item, says: 'taken out' })),
      ]
    : [];
  return (
    <section aria-labelledby="daily-since">
      <h2 id="daily-since" className="pb-2 font-semibold">
        Since {shortDay(since, today)}
      </h2>
      {news !== undefined && lines.length === 0 && <p className="text-ink-3">Nothing moved.</p>}
      <ul>
        {lines.slice(0, most).map(({ item, says }, at) => (
          <ItemLine key={`${item} ${lines.length - at}`} item={item} says={says} onOpen={onOpen} />
        ))}
      </ul>
      <TheRest count={lines.length - most} />
    </section>
  );
}
