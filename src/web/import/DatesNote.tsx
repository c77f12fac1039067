import type { Mapping } from '../../io/mapping.ts';
import type { Recognition } from '../../io/recognise.ts';
import { dateForm, readDay, type DateForm } from '../../io/values/date.ts';
import { shortDay } from '../ui/format-day.ts';

const FORMS: Readonly<Record<DateForm, string>> = {
  numbers: '',
  'month-named': 'the month by name',
  'year-first': 'the year first',
  count: 'counted in days or milliseconds',
};

/** How the file writes its dates, shown on one of each column: as it stands there and the day that it is read as. */
export function DatesNote({ dates, order }: { dates: Recognition['dates']; order: Mapping['dateOrder'] }) {
  if (dates.length === 0) return null;
  return (
    <div className="grid gap-0.5">
      <span className="text-s text-ink-2">Dates as they are read</span>
      <ul className="num flex min-h-control flex-wrap items-center gap-x-4 gap-y-0.5 text-s">
        {dates.map(({ column, example }) => {
          const form = dateForm(example);
          const read = readDay(example, order);
          return (
            <li key={column} title={form === null ? undefined : FORMS[form]}>
              <span className="text-ink-2">{column}:</span> {example}{' '}
              {'day' in read ? <>is {shortDay(read.day, '')}</> : <span className="text-wrong">is not read</span>}
              {form !== null && FORMS[form] !== '' && <span className="text-ink-3"> ({FORMS[form]})</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
