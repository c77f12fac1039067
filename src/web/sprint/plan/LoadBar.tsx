import { useState } from 'react';
import type { View } from '../../../domain/collections.ts';
import type { Unit } from '../../../domain/product/product.ts';
import { loadOf } from '../../../domain/planning/sprint-load.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { useMayHere } from '../../app/use-may-here.ts';
import { useCommand, useLook, useMay, useRecord } from '../../store/hooks.ts';
import { cx } from '../../ui/cx.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { KeptParts } from './KeptParts.tsx';
import { LoadMeter } from './LoadMeter.tsx';
import { PeopleLoad } from './PeopleLoad.tsx';

/** What is in the sprint against what the team can do in its days, and the same for everybody in it. It follows every card that comes and goes, and what is dragged before it is dropped. */
export function LoadBar({ sprint, after }: { sprint: Sprint; after: View | null }) {
  const { load, capacity, unit, guessed } = useLook((view) => loadOf(after ?? view, sprint), [sprint, after]);
  const canSay = useMay('set-capacity', { in: 'team', id: sprint.team ?? '' }) && sprint.state !== 'closed';
  const worksHere = useMayHere()('edit-items');
  const isOver = capacity !== null && load > capacity;
  const says = capacity === null ? `${load} ${unit}` : `${load} of ${capacity} ${unit}`;
  return (
    <div className="grid gap-1.5 border-b border-edge px-4 py-2">
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <span role="status" className={cx('num font-semibold whitespace-nowrap', isOver && 'text-line-ink')}>
          {says}
        </span>
        {capacity !== null && <LoadMeter label="Load" load={load} capacity={capacity} says={says} className="min-w-24 flex-1" />}
        {guessed > 0 && unit === 'points' && <span className="text-s whitespace-nowrap text-ink-3">{guessed} guessed</span>}
        <KeptParts sprint={sprint} after={after} />
        {capacity === null && canSay && sprint.team !== null && <SayPace team={sprint.team} unit={unit} />}
      </div>
      {worksHere && <PeopleLoad sprint={sprint} unit={unit} after={after} />}
    </div>
  );
}

/** Neither its past nor anybody says what the team does: here it is said. */
function SayPace({ team, unit }: { team: string; unit: Unit }) {
  const command = useCommand();
  const record = useRecord('team', team);
  const [pace, setPace] = useState<number | null>(null);
  const save = () => pace !== null && command({ verb: 'updateTeam', input: { team, pace } }, { toast: `${record?.name}: ${pace} ${unit} in two weeks` });
  return (
    <span className="flex items-center gap-2 text-s text-ink-2">
      How much in two weeks?
      <NumberField label="How much in two weeks" isLabelHidden value={pace} onChange={setPace} onEnter={save} max={100_000} className="w-20" />
    </span>
  );
}
