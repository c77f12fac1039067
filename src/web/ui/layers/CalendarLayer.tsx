import { parseDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
} from 'react-aria-components';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { DateFieldProps } from '../DateField.tsx';

type CalendarLayerProps = Pick<DateFieldProps, 'label' | 'value' | 'today' | 'min' | 'max' | 'firstDayOfWeek'> & {
  locale: string;
  onChange: (day: string) => void;
};

/** A month to take a day from. */
export function CalendarLayer({ label, value, today, min, max, locale, firstDayOfWeek, onChange }: CalendarLayerProps) {
  return (
    <I18nProvider locale={locale}>
      <Calendar
        autoFocus
        aria-label={label}
        value={value === null ? null : parseDate(value)}
        defaultFocusedValue={parseDate(value ?? today)}
        minValue={min === undefined ? null : parseDate(min)}
        maxValue={max === undefined ? null : parseDate(max)}
        {...(firstDayOfWeek === undefined ? {} : { firstDayOfWeek })}
        onChange={(day) => onChange(day.toString())}
      >
        <header className="mb-2 flex items-center">
          <Heading className="flex-1 ps-1.5 text-m font-semibold" />
          <Button slot="previous" className={step}>
            <ChevronLeft aria-hidden="true" className="size-4 rtl:rotate-180" />
          </Button>
          <Button slot="next" className={step}>
            <ChevronRight aria-hidden="true" className="size-4 rtl:rotate-180" />
          </Button>
        </header>
        <CalendarGrid weekdayStyle="short">
          <CalendarGridHeader>{(name) => <CalendarHeaderCell className="pb-1 text-xs font-normal text-ink-3">{name}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                data-today={date.toString() === today || undefined}
                className="num m-0.5 grid size-8 cursor-default place-items-center rounded-control text-ink outline-none hover:bg-float-hover focus-visible:ring-2 focus-visible:ring-accent data-disabled:text-ink-3 data-disabled:line-through data-outside-month:invisible data-selected:bg-accent data-selected:font-semibold data-selected:text-on-accent data-today:font-semibold data-today:not-data-selected:text-accent max-tablet:size-10"
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  );
}

const step =
  'grid size-7 place-items-center rounded-control text-ink-2 outline-none hover:bg-float-hover hover:text-ink focus-visible:ring-2 focus-visible:ring-accent data-disabled:opacity-40 max-tablet:size-touch';
