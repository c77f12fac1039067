import type { Day } from '../../../domain/kernel/day.ts';
import { nameIn } from '../../app/name-in.ts';
import { useShown } from '../../store/hooks.ts';
import { shortDay } from '../../ui/format-day.ts';
import { ItemLine } from './ItemLine.tsx';
import { sinceLines } from './since-lines.ts';
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
  const lines = news ? sinceLines(news, { today, stateName: (state) => name('state', state) }) : [];
  return (
    <section aria-labelledby="daily-since">
      <h2 id="daily-since" className="pb-2 font-semibold">
        Since {shortDay(since, today)}
      </h2>
      {news !== undefined && lines.length === 0 && <p className="text-ink-3">Nothing moved.</p>}
      <ul>
        {lines.slice(0, most).map(({ item, says }) => (
          <ItemLine key={item} item={item} says={says} onOpen={onOpen} />
        ))}
      </ul>
      <TheRest count={lines.length - most} />
    </section>
  );
}
