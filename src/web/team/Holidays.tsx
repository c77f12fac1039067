import { Suspense, useState } from 'react';
import { CalendarPlus, FileUp, X } from 'lucide-react';
import type { Day } from '../../domain/kernel/day.ts';
import { holidaysOf } from '../../domain/team/days-off.ts';
import type { Team } from '../../domain/team/team.ts';
import { useLook } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { exactDay } from '../ui/format-day.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { onDemand } from '../ui/on-demand.ts';
import { Popover } from '../ui/Popover.tsx';
import { useOpener } from '../ui/use-opener.ts';
import { stretchText } from './stretch-text.ts';
import { StretchForm } from './StretchForm.tsx';
import { useToldCommand } from '../app/use-told-command.ts';

const HolidayImport = onDemand(async () => (await import('./HolidayImport.tsx')).HolidayImport);

/** So many are drawn until somebody asks for all: a calendar of years is long. */
const AT_FIRST = 6;

/** The days ahead on which the whole team does not work. */
export function Holidays({ team, today, canEdit }: { team: Team; today: Day; canEdit: boolean }) {
  const change = useToldCommand();
  const [isAll, setIsAll] = useState(false);
  const [isImporting, setIsImporting] = useState(false);
  const ahead = useLook((view) => Array.from(view.list(holidaysOf, team.id)).filter(({ to }) => to >= today), [team.id, today]);
  const shown = isAll ? ahead : ahead.slice(0, AT_FIRST);
  return (
    <section aria-labelledby={`holidays-${team.id}`}>
      <div className="flex flex-wrap items-center gap-2 pb-1">
        <h3 id={`holidays-${team.id}`} className="text-s font-medium text-ink-2">
          Holidays <span className="num font-normal text-ink-3">{ahead.length}</span>
        </h3>
        {canEdit && <AddHoliday team={team} today={today} />}
        {canEdit && (
          <Button variant="quiet" size="s" icon={<FileUp aria-hidden="true" />} onClick={() => setIsImporting(true)}>
            Bring a calendar
          </Button>
        )}
      </div>
      {ahead.length === 0 && <p className="border-t border-edge pt-2 text-s text-ink-3">No holidays ahead.</p>}
      <ul className={ahead.length > 0 ? 'border-t border-edge' : undefined}>
        {shown.map((holiday) => (
          <li key={holiday.id} className="flex min-h-8 items-center gap-3 border-b border-edge">
            <span className="num w-32 shrink-0 text-s text-ink-2" title={exactDay(holiday.from)}>
              {stretchText(holiday, today)}
            </span>
            <span className="min-w-0 flex-1 truncate" title={holiday.name} dir="auto">
              {holiday.name}
            </span>
            {canEdit && (
              <IconButton
                label={`Take away ${holiday.name}, ${stretchText(holiday, today)}`}
                icon={<X aria-hidden="true" />}
                onClick={() => change({ verb: 'removeHoliday', input: { holiday: holiday.id } }, `${holiday.name} taken away`)}
              />
            )}
          </li>
        ))}
      </ul>
      {shown.length < ahead.length && (
        <Button variant="quiet" size="s" className="mt-1" onClick={() => setIsAll(true)}>
          Show all {ahead.length}
        </Button>
      )}
      {isImporting && (
        <Suspense fallback={null}>
          <HolidayImport team={team} today={today} onClose={() => setIsImporting(false)} />
        </Suspense>
      )}
    </section>
  );
}

function AddHoliday({ team, today }: { team: Team; today: Day }) {
  const { opener, layer, close } = useOpener('dialog');
  const change = useToldCommand();
  return (
    <>
      <Button {...opener} variant="quiet" size="s" icon={<CalendarPlus aria-hidden="true" />}>
        Add a holiday
      </Button>
      <Popover {...layer} label={`Holiday of ${team.name}`}>
        <div className="w-80 max-w-full">
          <StretchForm
            isNamed
            today={today}
            onAdd={(holiday) => {
              close();
              change({ verb: 'addHolidays', input: { team: team.id, holidays: [holiday] } }, `${holiday.name} added`);
            }}
          />
        </div>
      </Popover>
    </>
  );
}
