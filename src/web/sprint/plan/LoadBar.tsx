import { useState } from 'react';
import type { View } from '../../../domain/collections.ts';
import type { Unit } from '../../../domain/product/product.ts';
import type { Amount } from '../../../domain/capacity/team-capacity.ts';
import { plannedPercent } from '../../../domain/planning/sprint-hours.ts';
import { loadOf, sprintAmount } from '../../../domain/planning/sprint-load.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { useMayHere } from '../../app/use-may-here.ts';
import { useCommand, useLook, useMay, useRecord } from '../../store/hooks.ts';
import { cx } from '../../ui/cx.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { pastText } from '../../team/past-text.ts';
import { agreementText, HoursLine, useHours } from './HoursLine.tsx';
import { KeptParts } from './KeptParts.tsx';
import { LoadMeter } from './LoadMeter.tsx';
import { OtherTeams } from './OtherTeams.tsx';
import { PeopleLoad } from './PeopleLoad.tsx';

/**
 * What is in the sprint against what the team can do in its days, in points by what it has done before and in hours by who is there, and the
 * same for everybody. It follows every card that comes and goes, and what is dragged before it is dropped.
 */
export function LoadBar({ sprint, after, isBrief = false }: { sprint: Sprint; after: View | null; isBrief?: boolean }) {
  const { load, capacity, unit, guessed } = useLook((view) => loadOf(after ?? view, sprint), [sprint, after]);
  const source = useLook((view) => sourceText(sprintAmount(view, sprint), 100 - plannedPercent(view, sprint)), [sprint]);
  const { hours, agreement } = useHours(sprint, after);
  const canSay = useMay('set-capacity', { in: 'team', id: sprint.team ?? '' }) && sprint.state !== 'closed';
  const worksHere = useMayHere()('edit-items');
  const isOver = capacity !== null && load > capacity;
  const says = capacity === null ? `${load} ${unit}` : `${load} of ${capacity} ${unit}`;
  const hasHours = worksHere && sprint.state !== 'closed' && (hours.capacity !== null || hours.load > 0);
  const sentence = hasHours ? agreementText(agreement, unit) : null;
  return (
    <div className="@container grid gap-1.5 border-b border-edge px-4 py-2">
      <div className="grid gap-x-6 gap-y-1 @lg:auto-cols-fr @lg:grid-flow-col">
        <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1">
          <span role="status" className={cx('num font-semibold whitespace-nowrap', isOver && 'text-line-ink')}>
            {says}
          </span>
          {capacity !== null && <LoadMeter label="Load" load={load} capacity={capacity} says={says} className="min-w-16 flex-1" />}
          {guessed > 0 && unit === 'points' && <span className="text-s whitespace-nowrap text-ink-3">{guessed} guessed</span>}
          {capacity === null && canSay && sprint.team !== null && <SayPace team={sprint.team} unit={unit} />}
        </div>
        {hasHours && <HoursLine hours={hours} />}
      </div>
      <KeptParts sprint={sprint} after={after} />
      <OtherTeams sprint={sprint} unit={unit} after={after} />
      {worksHere && !isBrief && <p className="text-s text-ink-2">{[source, sentence].filter(Boolean).join(' ')}</p>}
      {worksHere && !isBrief && <PeopleLoad sprint={sprint} unit={unit} hours={hours} after={after} />}
    </div>
  );
}

/** What the capacity in points is made of, in a few words. */
function sourceText(amount: Amount | null, buffer: number): string {
  if (amount === null) return '';
  const less = buffer === 0 ? '' : `, less ${buffer} % for unplanned work`;
  if (amount.source === 'pace') return `By the pace that somebody said${less}.`;
  const spread = amount.least === amount.most ? '' : `, which give ${amount.least} to ${amount.most}`;
  return `Velocity: the median of ${pastText(amount)}${spread}${less}.`;
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
