import { useRef, useState } from 'react';
import { MOST_HOLIDAYS, newOnes } from '../../domain/team/holidays.ts';
import type { Team } from '../../domain/team/team.ts';
import { addDays, type Day } from '../../domain/kernel/day.ts';
import { readCalendar, type NotTaken, type ReadCalendar } from '../../io/calendar/read-calendar.ts';
import { useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { daysOff, stretchText } from './stretch-text.ts';
import { useToldCommand } from '../app/use-told-command.ts';

/** Far enough for every plan, and past days count for sprints that were. */
const DAYS_BACK = 366;
const DAYS_AHEAD = 3 * 366;
/** More than any calendar of holidays. */
const MOST_BYTES = 2_000_000;

/** A calendar file is read here, shown first, and what is new of it becomes holidays. */
export function HolidayImport({ team, today, onClose }: { team: Team; today: Day; onClose: () => void }) {
  const view = useShown();
  const change = useToldCommand();
  const chooser = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<(ReadCalendar & { readonly file: string }) | null>(null);
  const [problem, setProblem] = useState<string>();
  const fresh = read === null ? [] : newOnes(view, team.id, read.days);
  const take = async (file: File) => {
    const found = file.size > MOST_BYTES ? null : readCalendar(await file.text(), { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) });
    setRead(found && { ...found, file: file.name });
    setProblem(found ? undefined : `${file.name} is no calendar. Nothing was changed. Choose an iCal file (.ics) of at most 2 MB.`);
  };
  const add = () => {
    onClose();
    change({ verb: 'addHolidays', input: { team: team.id, holidays: fresh } }, `${count(fresh.length)} added`);
  };
  const missing =
    read === null
      ? 'Choose a file first'
      : isEmpty(read)
        ? 'There are no days in it'
        : fresh.length === 0
          ? 'There is nothing new in it'
          : tooMany(fresh.length);
  return (
    <Dialog
      title={`Holidays of ${team.name} from a calendar`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => chooser.current?.click()}>{read === null ? 'Choose a file' : 'Another file'}</Button>
          <Button variant="primary" disabledReason={missing} onClick={add}>
            {fresh.length > 0 ? `Add ${count(fresh.length)}` : 'Add them'}
          </Button>
        </>
      }
    >
      <input
        ref={chooser}
        type="file"
        accept=".ics,.ical,text/calendar"
        aria-label="A calendar with holidays"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void take(file);
          event.target.value = '';
        }}
      />
      {problem !== undefined && (
        <p role="alert" className="text-wrong">
          {problem}
        </p>
      )}
      {read === null && problem === undefined && (
        <p className="text-ink-2">An iCal file of public holidays or of the company’s own free days. Whole days of it are taken; you see them first.</p>
      )}
      {read !== null && <Found read={read} fresh={fresh} today={today} />}
    </Dialog>
  );
}

/** Nothing was found, neither to take nor to leave. */
const isEmpty = ({ days, outside, notTaken }: ReadCalendar): boolean => days.length === 0 && outside === 0 && notTaken.length === 0;

const count = (holidays: number): string => (holidays === 1 ? '1 holiday' : `${holidays} holidays`);

const tooMany = (holidays: number): string | undefined => (holidays > MOST_HOLIDAYS ? `At most ${MOST_HOLIDAYS} at once` : undefined);

function Found({ read, fresh, today }: { read: ReadCalendar & { readonly file: string }; fresh: ReturnType<typeof newOnes>; today: Day }) {
  const known = read.days.length - fresh.length;
  const rest = [known > 0 ? `${known} of it are here already` : '', read.outside > 0 ? `${read.outside} lie too far back or ahead` : '']
    .filter(Boolean)
    .join(' · ');
  return (
    <div className="grid gap-3">
      <p>
        {read.file}:{' '}
        {isEmpty(read) ? 'holds no days. Choose a calendar with whole days in it.' : fresh.length === 0 ? 'nothing new' : `${count(fresh.length)} to add`}
        {rest !== '' && <span className="text-ink-3"> · {rest}</span>}
      </p>
      {fresh.length > 0 && (
        <ul aria-label="To add" className="border-y border-edge">
          {fresh.map(({ name, from, to }) => (
            <li key={`${from} ${to} ${name}`} className="flex gap-3 py-1">
              <span className="num w-36 shrink-0 text-ink-2">{stretchText({ from, to }, today)}</span>
              <span className="min-w-0 truncate" dir="auto">
                {name}
              </span>
            </li>
          ))}
        </ul>
      )}
      {read.notTaken.length > 0 && (
        <details>
          <summary className="text-s text-ink-2">{read.notTaken.length} not taken</summary>
          <ul className="pt-1 text-s text-ink-2">
            {read.notTaken.map(({ line, name, why }) => (
              <li key={line}>
                Line {line}, {name}: {WHY[why]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const WHY: Record<NotTaken['why'], string> = {
  'no-day': 'it has no day that exists, or ends before it starts',
  hours: 'it is a matter of hours, not of whole days',
  repeats: 'it comes back in a way other than on the same date every year',
  'too-long': `it is longer than ${daysOff(366)}`,
};
