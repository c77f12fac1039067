import { TriangleAlert } from 'lucide-react';
import type { Day } from '../../domain/kernel/day.ts';
import { isUnusualLength } from '../../domain/planning/sprint-warnings.ts';
import type { Team } from '../../domain/team/team.ts';
import { cx } from '../ui/cx.ts';
import { DayChip } from '../ui/DayChip.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { tip } from '../ui/tip.ts';
import { NumberChip } from '../ui/NumberChip.tsx';
import { ProductsChip } from './ProductsChip.tsx';
import { ZoneChip } from '../ui/ZoneChip.tsx';
import { useToldCommand } from '../app/use-told-command.ts';
import { WEEKDAYS, WORKS } from './works.ts';

type Settings = Partial<Pick<Team, 'works' | 'workingDays' | 'sprintWeeks' | 'sprintsFrom' | 'wipLimit' | 'pace' | 'hoursPerPoint' | 'zone' | 'products'>>;

/** How a team works, in one line: in sprints or in flow, on which days, how long, how much. */
export function TeamFacts({ team, today, canEdit }: { team: Team; today: Day; canEdit: boolean }) {
  const change = useToldCommand();
  const set = (values: Settings, toast: string) => change({ verb: 'updateTeam', input: { team: team.id, ...values } }, toast);
  const isFlow = team.works === 'flow';
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2 text-s text-ink-2">
      {canEdit ? (
        <Segmented
          label={`How ${team.name} works`}
          options={WORKS}
          value={team.works}
          onChange={(works) => set({ works }, works === 'flow' ? 'Works in flow' : 'Works in sprints')}
        />
      ) : (
        <span>{isFlow ? 'In flow' : 'In sprints'}</span>
      )}
      {!isFlow && (
        <NumberChip
          name={`Sprint length of ${team.name}`}
          label="sprint"
          value={team.sprintWeeks}
          shown={weeks(team.sprintWeeks)}
          unit="weeks"
          min={1}
          max={12}
          hint="2 to 4 weeks are usual"
          canEdit={canEdit}
          onChange={(sprintWeeks) => set({ sprintWeeks: sprintWeeks! }, `Sprints of ${weeks(sprintWeeks!)}`)}
        />
      )}
      {!isFlow && isUnusualLength(team.sprintWeeks * 7) && (
        <span className="flex items-center gap-1.5 whitespace-nowrap text-ink-2">
          <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0 text-progress" />
          longer than four weeks is unusual
        </span>
      )}
      {!isFlow && <SprintsFrom team={team} today={today} canEdit={canEdit} onChange={(sprintsFrom) => set({ sprintsFrom }, 'Rhythm of the sprints set')} />}
      {isFlow && (
        <NumberChip
          name={`WIP limit of ${team.name}`}
          label="WIP limit"
          value={team.wipLimit}
          shown={team.wipLimit === null ? 'none' : `${team.wipLimit}`}
          unit="items"
          min={1}
          max={1000}
          mayBeNone
          hint="At most so many in progress; empty: no limit"
          canEdit={canEdit}
          onChange={(wipLimit) => set({ wipLimit }, wipLimit === null ? 'No WIP limit' : `WIP limit ${wipLimit}`)}
        />
      )}
      <WorkingDays team={team} canEdit={canEdit} onChange={(workingDays) => set({ workingDays }, 'Working days changed')} />
      <NumberChip
        name={`Pace of ${team.name} in two weeks`}
        label="pace"
        value={team.pace}
        shown={team.pace === null ? 'not said' : `${team.pace} in two weeks`}
        unit="in two weeks"
        min={0}
        max={100_000}
        mayBeNone
        hint="Counts until six weeks of finished work follow it; empty: what was delivered counts"
        canEdit={canEdit}
        onChange={(pace) => set({ pace }, pace === null ? 'Pace taken away' : `Pace ${pace} in two weeks`)}
      />
      <NumberChip
        name={`Hours of a point for ${team.name}`}
        label="a point is"
        value={team.hoursPerPoint}
        shown={team.hoursPerPoint === null ? 'not said in hours' : `${team.hoursPerPoint} hours`}
        unit="hours"
        min={0.1}
        max={1000}
        mayBeNone
        hint="What is estimated in hours counts by it; empty: it is guessed"
        canEdit={canEdit}
        onChange={(hoursPerPoint) => set({ hoursPerPoint }, hoursPerPoint === null ? 'Hours of a point taken away' : `A point is ${hoursPerPoint} hours`)}
      />
      <ProductsChip team={team} canEdit={canEdit} onChange={(products) => set({ products }, 'What the team works on is changed')} />
      <ZoneChip
        name={`Time zone of ${team.name}`}
        value={team.zone}
        canEdit={canEdit}
        onChange={(zone) => set({ zone }, `Time zone ${zone.replaceAll('_', ' ')}`)}
      />
    </div>
  );
}

const weeks = (count: number): string => (count === 1 ? '1 week' : `${count} weeks`);

function WorkingDays({ team, canEdit, onChange }: { team: Team; canEdit: boolean; onChange: (days: number[]) => void }) {
  const shown = WEEKDAYS.filter(({ day }) => team.workingDays.includes(day));
  if (!canEdit) return <span title={shown.map(({ name }) => name).join(', ')}>{shown.map(({ short }) => short).join(' ')}</span>;
  return (
    <fieldset className="inline-flex shrink-0 gap-0.5">
      <legend className="sr-only">Working days of {team.name}</legend>
      {WEEKDAYS.map(({ day, short, name }) => {
        const isOn = team.workingDays.includes(day);
        const isLast = isOn && team.workingDays.length === 1;
        return (
          <button
            key={day}
            type="button"
            aria-pressed={isOn}
            aria-disabled={isLast || undefined}
            {...tip(isLast ? 'A team works on one day at least' : name)}
            onClick={() => !isLast && onChange(isOn ? team.workingDays.filter((other) => other !== day) : [...team.workingDays, day])}
            className={cx(
              'h-6 w-7 rounded-control border text-s max-tablet:h-touch max-tablet:w-9',
              isOn ? 'border-edge-strong bg-sunken font-semibold text-ink' : 'border-edge bg-surface text-ink-3 hover:bg-hover hover:text-ink',
            )}
          >
            <span aria-hidden="true">{short}</span>
            <span className="sr-only">{name}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

function SprintsFrom({ team, today, canEdit, onChange }: { team: Team; today: Day; canEdit: boolean; onChange: (day: Day | null) => void }) {
  return (
    <DayChip
      label="counted from"
      asks="First day of a sprint"
      day={team.sprintsFrom}
      shown={team.sprintsFrom === null ? 'not set' : undefined}
      hint="A day on which a sprint begins; the next ones are counted from it"
      today={today}
      near={today}
      canEdit={canEdit}
      onChange={(day) => onChange(day as Day | null)}
    />
  );
}
