import { useState } from 'react';
import type { ScopeChange } from '../../domain/release/progress-by-day.ts';
import type { Release } from '../../domain/release/release.ts';
import type { ReleaseHistory } from '../../domain/release/release-history.ts';
import { nameIn } from '../app/name-in.ts';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { useToday } from '../item/use-today.ts';
import { useLook, useRecord, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { exactDay, shortDay } from '../ui/format-day.ts';

/** So many are shown at first. */
const FIRST = 20;

/** What came into a release, left it or changed its size after the start: which, when and by whom. */
export function ScopeChanges({ release, history, onOpen }: { release: Release; history: ReleaseHistory; onOpen: (item: string) => void }) {
  const today = useToday(release.product);
  const [isWhole, setIsWhole] = useState(false);
  const { startedOn, changes, added, removed, resized } = history;
  const shown = isWhole ? changes : changes.slice(0, FIRST);
  return (
    <section aria-label="Scope changes" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold">Scope changes</h2>
      <p className="num text-ink-2">
        {startedOn === null
          ? 'It has not started: from its start on, what comes in and goes out is listed here.'
          : changes.length === 0
            ? `Nothing came in or went out since it started on ${shortDay(startedOn, today)}.`
            : `Since ${shortDay(startedOn, today)}: ${amount(added.items, added.points)} added, ${amount(removed.items, removed.points)} removed${resizedText(resized)}.`}
      </p>
      {shown.length > 0 && (
        <ul className="divide-y divide-edge overflow-hidden rounded-panel border border-edge">
          {shown.map((change) => (
            <ChangeRow key={`${change.seq} ${change.item} ${change.kind}`} change={change} today={today} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {changes.length > shown.length && (
        <span>
          <Button onClick={() => setIsWhole(true)}>Show all {changes.length}</Button>
        </span>
      )}
    </section>
  );
}

const amount = (items: number, points: number): string => `${items} ${items === 1 ? 'item' : 'items'} (${pointsText(points)})`;

const pointsText = (points: number): string => `${points} ${points === 1 ? 'point' : 'points'}`;

const resizedText = (points: number): string => (points === 0 ? '' : `, estimates ${points > 0 ? 'up' : 'down'} by ${pointsText(Math.abs(points))}`);

const KINDS: Record<ScopeChange['kind'], string> = { added: 'added', removed: 'removed', resized: 're-estimated' };

function ChangeRow({ change, today, onOpen }: { change: ScopeChange; today: string; onOpen: (item: string) => void }) {
  const view = useShown();
  const item = useLook((at) => at.find('item', change.item), [change.item]);
  const by = useRecord('member', change.by);
  const sign = change.kind === 'removed' || change.points < 0 ? '−' : '+';
  return (
    <li className="flex min-w-0 items-center gap-2 px-3 py-1.5 max-tablet:flex-wrap">
      {item ? (
        <>
          <TypeMark type={item.type} />
          <button type="button" onClick={() => onOpen(item.id)} className="flex min-w-0 flex-1 items-center gap-2 rounded-small text-start hover:underline">
            <span className="shrink-0 font-mono text-s text-ink-3">{nameIn(view)('item', item.id)}</span>
            <span className="min-w-0 truncate" dir="auto" title={item.title}>
              {item.title}
            </span>
          </button>
        </>
      ) : (
        <span className="flex-1 text-ink-3">An item that is not there any more</span>
      )}
      <span className="num shrink-0 text-s text-ink-2" title={exactDay(change.day)}>
        {`${KINDS[change.kind]} ${shortDay(change.day, today)} by ${by?.name ?? 'the system'} · ${sign}${pointsText(Math.abs(change.points))}`}
      </span>
    </li>
  );
}
