import { useParams } from '@tanstack/react-router';
import { Pin } from 'lucide-react';
import { addDays, type Day } from '../../domain/kernel/day.ts';
import { milestonesOf, type Milestone } from '../../domain/release/milestone.ts';
import type { EntryAnswer } from '../../domain/roadmap/roadmap.ts';
import { nameIn } from '../app/name-in.ts';
import { places, type At } from '../app/places.ts';
import { MilestoneMark } from '../release/MilestoneMark.tsx';
import { useLook, useShown } from '../store/hooks.ts';
import { shortDay } from '../ui/format-day.ts';
import { Link } from '../ui/frame/link.tsx';
import { driftText } from './drift-text.ts';
import { horizons } from './horizons.ts';
import type { Opened } from './Timeline.tsx';

const SOON_DAYS = 90;

interface NowNextLaterProps {
  readonly product: string;
  readonly entries: readonly EntryAnswer[];
  readonly today: Day;
  readonly onOpen: (entry: Opened) => void;
}

/** The roadmap as a list, for a narrow page: what is under way, what comes next, and what later; in each, the days that stand fast come last. */
export function NowNextLater({ product, entries, today, onOpen }: NowNextLaterProps) {
  const milestones = useLook((view) => [...view.list(milestonesOf, product)], [product]);
  const all = [
    ...entries.map((entry) => ({ entry, milestone: null, bar: entry.bar })),
    ...milestones.map((milestone) => ({ entry: null, milestone, bar: { from: milestone.on, to: milestone.on } })),
  ];
  return (
    <div className="h-full overflow-y-auto pb-24">
      {horizons(all, { today, soon: addDays(today, SOON_DAYS) }).map(({ name, inIt }) => (
        <section key={name} aria-label={name}>
          <h2 className="sticky top-0 z-10 border-b border-edge bg-surface px-4 py-2 text-s font-semibold text-ink-2">{name}</h2>
          <ul className="divide-y divide-edge">
            {inIt.map(({ entry, milestone }) => (
              <li key={entry?.id ?? milestone?.id}>
                {entry && <Entry entry={entry} today={today} onOpen={onOpen} />}
                {milestone && <MilestoneLine milestone={milestone} today={today} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry, today, onOpen }: { entry: EntryAnswer; today: Day; onOpen: (entry: Opened) => void }) {
  const view = useShown();
  return (
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
  );
}

/** A day that stands fast; one of a release leads to where its milestones are set. */
function MilestoneLine({ milestone: { name, on, kind, release }, today }: { milestone: Milestone; today: Day }) {
  const at = useParams({ strict: false }) as At;
  const line = (
    <>
      <MilestoneMark kind={kind} />
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {name}
      </span>
      <span className="num text-s text-ink-2">{shortDay(on, today)}</span>
    </>
  );
  const looks = 'flex min-h-touch items-center gap-2 px-4 py-2';
  return release === null ? (
    <div className={looks}>{line}</div>
  ) : (
    <Link href={`${places.release(at, release)}?view=around`} className={looks}>
      {line}
    </Link>
  );
}
