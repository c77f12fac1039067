import { useState } from 'react';
import { dayIn } from '../../domain/kernel/day.ts';
import { nextRound } from '../../domain/sprint/cadence.ts';
import { cardsOf, unfinishedOf } from '../../domain/sprint/cards.ts';
import { nextSprint } from '../../domain/sprint/sprint-rules.ts';
import type { Sprint } from '../../domain/sprint/sprint.ts';
import { nameIn } from '../app/name-in.ts';
import { useNow } from '../app/use-now.ts';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { useCommand, useLook } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';

type Goes = 'next-sprint' | 'backlog';
const OTHER: Record<Goes, Goes> = { 'next-sprint': 'backlog', backlog: 'next-sprint' };

/** What is done, what is not, and where each unfinished item goes: the next sprint, or back to its release and the backlog. */
export function CloseDialog({ sprint, onDone }: { sprint: Sprint; onDone: () => void }) {
  const now = useNow();
  const command = useCommand();
  const [goes, setGoes] = useState<Goes>('next-sprint');
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set());
  const { left, done, next } = useLook(
    (view) => {
      const team = view.get('team', sprint.team!); // only one with a team is under way
      const unfinished = unfinishedOf(view, sprint.id);
      return {
        left: unfinished.map(({ id, title, type, release, parkedAt }) => ({
          id,
          title,
          type,
          key: nameIn(view)('item', id),
          release: release === null ? null : nameIn(view)('release', release),
          isParked: parkedAt !== null,
        })),
        done: cardsOf(view, sprint.id).length - unfinished.length,
        next: nextSprint(view, team.id)?.name ?? nextRound(view, team, dayIn(team.zone, now)).name,
      };
    },
    [sprint, now],
  );
  const goesTo = (id: string): Goes => (others.has(id) ? OTHER[goes] : goes);
  const send = (id: string, to: Goes) => {
    const changed = new Set(others);
    if (to === goes) changed.delete(id);
    else changed.add(id);
    setOthers(changed);
  };
  const close = () => {
    command(
      { verb: 'closeSprint', input: { sprint: sprint.id, unfinished: goes, except: left.flatMap(({ id }) => (others.has(id) ? [id] : [])) } },
      { toast: left.length === 0 ? `${sprint.name} is closed` : `${sprint.name} is closed; ${left.length} unfinished went on` },
    );
    onDone();
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
        {done} done{left.length === 0 ? ', nothing left over.' : `, ${left.length} unfinished. Where do they go?`}
      </p>
      {left.length > 0 && (
        <>
          <div className="flex items-center gap-3 pb-2">
            <span className="flex-1 font-medium">All of them</span>
            <Where
              label="All of them go to"
              next={next}
              value={goes}
              onChange={(to) => {
                setGoes(to);
                setOthers(new Set());
              }}
            />
          </div>
          <ul className="border-t border-edge">
            {left.map((item) => (
              <li key={item.id} className="flex min-h-10 flex-wrap items-center gap-2 border-b border-edge py-1">
                <TypeMark type={item.type} />
                <span className="font-mono text-s text-ink-3">{item.key}</span>
                <span className="min-w-40 flex-1 truncate" title={item.title}>
                  {item.title}
                </span>
                {item.release !== null && <span className="text-s text-ink-3">stays in {item.release}</span>}
                {item.isParked ? (
                  <span className="text-s text-ink-3">parked: goes back</span>
                ) : (
                  <Where label={`${item.key} goes to`} next={next} value={goesTo(item.id)} onChange={(to) => send(item.id, to)} />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function Where({ label, next, value, onChange }: { label: string; next: string; value: Goes; onChange: (to: Goes) => void }) {
  return (
    <Segmented
      label={label}
      value={value}
      onChange={onChange}
      options={[
        { id: 'next-sprint', label: next },
        { id: 'backlog', label: 'Backlog' },
      ]}
    />
  );
}
