import { useState } from 'react';
import type { Unit } from '../../../domain/product/product.ts';
import { loadOf } from '../../../domain/planning/sprint-load.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { useCommand, useLook, useMay, useRecord } from '../../store/hooks.ts';
import { cx } from '../../ui/cx.ts';
import { NumberField } from '../../ui/NumberField.tsx';

/** What is in the sprint against what the team can do in its days. It follows every card that comes and goes. */
export function LoadBar({ sprint }: { sprint: Sprint }) {
  const { load, capacity, unit, guessed } = useLook((view) => loadOf(view, sprint), [sprint]);
  const canSay = useMay('set-capacity', { in: 'team', id: sprint.team ?? '' }) && sprint.state !== 'closed';
  const isOver = capacity !== null && load > capacity;
  const says = capacity === null ? `${load} ${unit}` : `${load} of ${capacity} ${unit}`;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-edge px-4 py-1.5">
      <span role="status" className={cx('num font-semibold whitespace-nowrap', isOver && 'text-line-ink')}>
        {says}
      </span>
      {capacity !== null && (
        <span
          role="meter"
          aria-label="Load"
          aria-valuemin={0}
          aria-valuemax={Math.max(capacity, load)}
          aria-valuenow={load}
          aria-valuetext={says}
          className="h-1.5 min-w-24 flex-1 overflow-hidden rounded-full bg-edge"
        >
          <span
            className={cx('block h-full transition-[width] duration-(--glide) ease-ours', isOver ? 'bg-line' : 'bg-accent')}
            style={{ width: `${capacity === 0 ? (load > 0 ? 100 : 0) : Math.min(100, (load / capacity) * 100)}%` }}
          />
        </span>
      )}
      {guessed > 0 && unit === 'points' && <span className="text-s whitespace-nowrap text-ink-3">{guessed} guessed</span>}
      {capacity === null && canSay && sprint.team !== null && <SayPace team={sprint.team} unit={unit} />}
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
