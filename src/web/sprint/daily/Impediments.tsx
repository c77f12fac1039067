import { useState } from 'react';
import { daysBetween, type Day } from '../../../domain/kernel/day.ts';
import { impedimentsOf, type Impediment } from '../../../domain/sprint/impediment.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { nameIn } from '../../app/name-in.ts';
import { PersonChip } from '../../member/PersonChip.tsx';
import { useCommand, useLook, useMay, useRecord, useShown } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useOpener } from '../../ui/use-opener.ts';

export interface ImpedimentsProps {
  readonly sprint: Sprint;
  readonly today: Day;
  /** Only shown, not changed. */
  readonly isToLookAt?: boolean;
}

/** What keeps the team from going on, oldest first: raised, owned, resolved. */
export function Impediments({ sprint, today, isToLookAt = false }: ImpedimentsProps) {
  const team = sprint.team!; // only one with a team is under way
  const command = useCommand();
  const canEdit = useMay('edit-items', { in: 'team', id: team }) && !isToLookAt;
  const open = useLook((view) => Array.from(view.list(impedimentsOf, team)).filter(({ resolvedOn }) => resolvedOn === null), [team]);
  const [title, setTitle] = useState('');
  const raise = () => {
    if (title.trim() === '') return;
    command({ verb: 'raiseImpediment', input: { team, title: title.trim() } }, { toast: 'Impediment raised' });
    setTitle('');
  };
  return (
    <section aria-labelledby="daily-impediments">
      <h2 id="daily-impediments" className="pb-2 font-semibold">
        In the way
      </h2>
      {open.length === 0 && <p className="pb-2 text-ink-3">Nothing is in the way.</p>}
      <ul className={canEdit ? 'pb-2' : undefined}>
        {open.map((impediment) => (
          <Line key={impediment.id} impediment={impediment} today={today} canEdit={canEdit} />
        ))}
      </ul>
      {canEdit && (
        <TextField
          label="Raise an impediment"
          isLabelHidden
          placeholder="What is in the way?"
          value={title}
          onChange={setTitle}
          onEnter={raise}
          maxLength={500}
        />
      )}
    </section>
  );
}

function Line({ impediment, today, canEdit }: { impediment: Impediment; today: Day; canEdit: boolean }) {
  const { opener, layer, close } = useOpener('dialog');
  const held = useLook(
    (view) => (impediment.item !== null && view.find('item', impediment.item) ? nameIn(view)('item', impediment.item) : null),
    [impediment.item],
  );
  const age = daysBetween(impediment.raisedOn, today);
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-2 border-b border-edge py-1">
      <span className="min-w-40 flex-1 wrap-anywhere" dir="auto">
        {held !== null && <span className="me-2 font-mono text-s text-ink-3">{held}</span>}
        {impediment.title}
      </span>
      <span className="num text-s text-ink-3">{age <= 0 ? 'since today' : age === 1 ? 'for a day' : `for ${age} days`}</span>
      <Owner impediment={impediment} canEdit={canEdit} />
      {canEdit && (
        <>
          <Button {...opener} size="s">
            Resolve
          </Button>
          <Popover {...layer} label="Resolve">
            <ResolveForm impediment={impediment} onDone={close} />
          </Popover>
        </>
      )}
    </li>
  );
}

function ResolveForm({ impediment, onDone }: { impediment: Impediment; onDone: () => void }) {
  const command = useCommand();
  const [resolution, setResolution] = useState('');
  const resolve = () => {
    command({ verb: 'resolveImpediment', input: { impediment: impediment.id, resolution } }, { toast: `Resolved: ${impediment.title}` });
    onDone();
  };
  return (
    <div className="grid w-64 gap-3">
      <TextField label="How did it go away?" value={resolution} onChange={setResolution} onEnter={resolve} maxLength={1000} autoFocus />
      <Button variant="primary" onClick={resolve}>
        It is out of the way
      </Button>
    </div>
  );
}

function Owner({ impediment, canEdit }: { impediment: Impediment; canEdit: boolean }) {
  const command = useCommand();
  const view = useShown();
  const owner = useRecord('member', impediment.owner);
  if (!canEdit) return owner ? <Avatar name={owner.name} /> : null;
  const give = (to: string | null) =>
    void command(
      { verb: 'updateImpediment', input: { impediment: impediment.id, owner: to } },
      { toast: to === null ? 'Nobody sees to it' : `${nameIn(view)('member', to)} sees to it` },
    );
  return <PersonChip listLabel="Who sees to it" person={impediment.owner} nobody="nobody sees to it" onChoose={give} />;
}
