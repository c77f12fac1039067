import type { FunnelChange } from '../../domain/funnel/funnel-on.ts';
import { FUNNEL_STAGES, type FunnelStage } from '../../domain/funnel/funnel.ts';
import { exactDay, shortDay } from '../ui/format-day.ts';
import { ItemWords } from '../item/ItemWords.tsx';
import { STAGE_NAMES } from './stage-words.ts';
import { grouped } from '../ui/grouped.ts';

interface FunnelChangesProps {
  readonly changes: readonly FunnelChange[];
  readonly day: string;
  readonly today: string;
  readonly onOpen: (item: string) => void;
}

/** What stands elsewhere today than on an earlier day, by where it came from and where it went. */
export function FunnelChanges({ changes, day, today, onOpen }: FunnelChangesProps) {
  const ways = waysOf(changes);
  return (
    <section aria-label="Since then" className="mx-auto grid max-w-270 grid-cols-[minmax(0,1fr)] gap-2 px-4 py-6">
      <h2 className="font-semibold" title={exactDay(day)}>{`Since ${shortDay(day, today)}`}</h2>
      {ways.length === 0 ? (
        <p className="text-ink-2">Everything stands where it stood.</p>
      ) : (
        <ul className="divide-y divide-edge overflow-hidden rounded-panel border border-edge">
          {ways.map(({ from, to, items }) => (
            <li key={`${from} ${to}`} className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1.5">
              <span className="num w-8 shrink-0 text-end font-semibold">{grouped(items.length)}</span>
              <span className="min-w-66">{wayWords(from, to)}</span>
              <ItemWords ids={items} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface Way {
  readonly from: FunnelStage | null;
  readonly to: FunnelStage | null;
  readonly items: string[];
}

/** From left to right; what is new first, what has left the funnel last. */
function waysOf(changes: readonly FunnelChange[]): Way[] {
  const ways = new Map<string, Way>();
  for (const { item, from, to } of changes) {
    const key = `${from} ${to}`;
    const way = ways.get(key);
    if (way) way.items.push(item);
    else ways.set(key, { from, to, items: [item] });
  }
  const place = (stage: FunnelStage | null, none: number) => (stage === null ? none : FUNNEL_STAGES.indexOf(stage));
  return [...ways.values()].sort((a, b) => place(a.from, -1) - place(b.from, -1) || place(a.to, 9) - place(b.to, 9));
}

function wayWords(from: FunnelStage | null, to: FunnelStage | null): string {
  if (from === null) return `New, now ${STAGE_NAMES[to!].toLowerCase()}`;
  if (to === null) return `${STAGE_NAMES[from]}, now parked, declined or gone`;
  return `${STAGE_NAMES[from]} → ${STAGE_NAMES[to].toLowerCase()}`;
}
