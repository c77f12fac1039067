import { useState } from 'react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { dayIn } from '../../domain/kernel/day.ts';
import { isOpenRelease } from '../../domain/release/release.ts';
import { sprintBurndown } from '../../domain/sprint/burndown.ts';
import { nextRound } from '../../domain/sprint/cadence.ts';
import { cardsOf, unfinishedOf } from '../../domain/sprint/cards.ts';
import { nextSprint } from '../../domain/sprint/sprint-rules.ts';
import type { Sprint } from '../../domain/sprint/sprint.ts';
import type { Item } from '../../domain/backlog/item.ts';
import { sum } from '../../domain/estimation/sum.ts';
import { nameIn } from '../app/name-in.ts';
import { places, type At } from '../app/places.ts';
import { useNow } from '../app/use-now.ts';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { useCommand, useHistoryReading, useLook, useMe } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { focusHead } from '../ui/focus-after.ts';
import { Select } from '../ui/Select.tsx';
import { useWorkUnit } from './burndown/use-work-unit.ts';
import { StillInTheWay } from './StillInTheWay.tsx';
import { callsOfClose, goesTo, placesFor, type Goes, type Place } from './close-places.ts';

/** What is done, what is not, and where each unfinished item goes: the next sprint, a release, or the backlog. */
export function CloseDialog({ sprint, onDone }: { sprint: Sprint; onDone: () => void }) {
  const command = useCommand();
  const go = useNavigate();
  const at = useParams({ strict: false }) as At;
  const { may } = useMe();
  const { left, done, next, releases } = useUnfinished(sprint);
  const [all, setAll] = useState<Goes>('next-sprint');
  const [own, setOwn] = useState<ReadonlyMap<string, Goes>>(new Map());
  const mayPlan = (release: string) => may('plan-releases', { in: 'release', id: release });
  const rows = left.map((item) => {
    const open = placesFor(item, { next, releases, mayPlan });
    return { item, open, to: item.parkedAt === null ? goesTo(item, { all, own: own.get(item.id), places: open }) : null };
  });
  const forAll = placesFor({ product: sprint.product, release: null }, { next, releases, mayPlan });
  const close = () => {
    const going = rows.flatMap(({ item, to }) => (to === null ? [] : [{ item, to }]));
    const says = left.length === 0 ? `${sprint.name} is closed` : `${sprint.name} is closed; ${left.length} unfinished went on`;
    const closing = command(callsOfClose(sprint.id, going), { toast: says });
    // Its report is where the review and the retrospective are written.
    void closing.shown.then(({ outcome }) => outcome === 'shown' && void go({ to: places.sprint(at), search: { sprint: sprint.id } as never }));
    onDone();
    focusHead();
  };
  return (
    <Dialog
      title={`Close ${sprint.name}`}
      isOpen
      onClose={onDone}
      width="l"
      actions={
        <>
          <Button variant="quiet" onClick={onDone}>
            Not yet
          </Button>
          <Button variant="primary" onClick={close}>
            Close the sprint
          </Button>
        </>
      }
    >
      <p className="pb-3 text-ink-2">
        {done} done{left.length === 0 ? ', nothing left over.' : `, ${left.length} unfinished. Where do they go?`} <Came sprint={sprint} />
      </p>
      <StillInTheWay sprint={sprint} />
      {left.length > 0 && (
        <>
          <div className="flex justify-end pb-2">
            <Select
              label="All of them go to"
              value={all}
              options={forAll}
              onChange={(to) => {
                setAll(to as Goes); // one of the places
                setOwn(new Map());
              }}
            />
          </div>
          <ul className="border-t border-edge">
            {rows.map(({ item, open, to }) => (
              <Row key={item.id} item={item} open={open} to={to} onSend={(place) => setOwn(new Map([...own, [item.id, place]]))} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

type Left = Item & { readonly key: string };

/** What is unfinished, what the next sprint is called, and the releases that there are. */
function useUnfinished(sprint: Sprint) {
  const now = useNow();
  return useLook(
    (view) => {
      const team = view.get('team', sprint.team!); // only one with a team is under way
      const left: Left[] = unfinishedOf(view, sprint.id).map((item) => ({ ...item, key: nameIn(view)('item', item.id) }));
      const theirs = new Set(left.map(({ release }) => release));
      const releases = Array.from(view.all('release')).filter((release) => isOpenRelease(release) || theirs.has(release.id));
      return {
        left,
        done: cardsOf(view, sprint.id).length - left.length,
        next: nextSprint(view, team.id)?.name ?? nextRound(view, team, dayIn(team.zone, now)).name,
        releases: releases.map(({ id, name, product }) => ({ id, name, product })),
      };
    },
    [sprint, now],
  );
}

/** What the sprint comes to, as its velocity will say it. */
function Came({ sprint }: { sprint: Sprint }) {
  const { value } = useHistoryReading(sprintBurndown, { sprint: sprint.id });
  const unit = useWorkUnit(sprint.product);
  const last = value?.days.at(-1);
  if (!value || !last) return null;
  return <span className="num">{`Done: ${sum(last.scope[unit], -last.left[unit])} of ${value.start.scope[unit]} ${unit} that it began with.`}</span>;
}

function Row({ item, open, to, onSend }: { item: Left; open: readonly Place[]; to: Goes | null; onSend: (to: Goes) => void }) {
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-2 border-b border-edge py-1">
      <TypeMark type={item.type} />
      <span className="font-mono text-s text-ink-3">{item.key}</span>
      <span className="min-w-40 flex-1 truncate" dir="auto" title={item.title}>
        {item.title}
      </span>
      {to === null ? (
        <span className="text-s text-ink-3">parked: goes back</span>
      ) : (
        <Select
          label={`${item.key} goes to`}
          isLabelHidden
          value={to}
          options={open}
          onChange={(chosen) => onSend(chosen as Goes)} // one of the places
        />
      )}
    </li>
  );
}
