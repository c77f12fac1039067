import { useRef, useState } from 'react';
import { CalendarDays } from 'lucide-react';
import { unread } from './Form.tsx';
import { exactDay, shortDay, toldDay } from './format-day.ts';
import { IconButton } from './IconButton.tsx';
import { addDays, parseDay } from './parse-day.ts';
import { Popover } from './Popover.tsx';
import { TextField } from './TextField.tsx';
import { onDemand } from './on-demand.ts';

export type DateFieldProps = {
  label: string;
  /** `YYYY-MM-DD`, or none. */
  value: string | null;
  onChange: (day: string | null) => void;
  onEnter?: ((day: string | null) => void) | undefined;
  /** The reader's day, `YYYY-MM-DD`. */
  today: string;
  /** What is typed without a year is meant to be near this day; else it is the next one, or that of the last weeks. */
  near?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  isRequired?: boolean | undefined;
  locale?: string | undefined;
  firstDayOfWeek?: 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | undefined;
  isLabelHidden?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  autoFocus?: boolean | undefined;
  className?: string | undefined;
};

const Calendar = onDemand(async () => (await import('./layers/CalendarLayer.tsx')).CalendarLayer);

/** A day of so many days ago was meant, where days of the past may stand. */
const RECENT_DAYS = 31;

/** A day, typed as people write it (`12 Mar`, `12.3.`, `2027-03-12`, `+2w`) or taken from a calendar. */
export function DateField(props: DateFieldProps) {
  const { label, value, onChange, onEnter, today, near, min, max, isRequired = false, locale = 'en-GB', firstDayOfWeek = 'mon', hint, error, ...rest } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  /** What was understood stands below what was typed, and in a form until it is sent: nothing moves under the pointer on its way to the button. */
  const [isTold, setIsTold] = useState(false);
  const [problem, setProblem] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);

  const problemOf = (day: string | null, text: string): string | undefined => {
    if (day === null) return text.trim() !== '' ? 'Write a day like 12 Mar' : isRequired ? 'A day is needed' : undefined;
    if (min !== undefined && day < min) return `Not before ${shortDay(min, today, locale)}`;
    return max !== undefined && day > max ? `Not after ${shortDay(max, today, locale)}` : undefined;
  };
  const past = addDays(today, -RECENT_DAYS);
  const read = (text: string) => parseDay(text, today, { locale, near, from: min !== undefined && min > past ? min : past });
  const understood = typed === null ? value : read(typed);
  /** Takes what was typed, if it is a day; answers what holds now. */
  const take = (): { day: string | null; isGood: boolean } => {
    if (typed === null) return { day: value, isGood: true };
    const day = read(typed);
    const wrong = problemOf(day, typed);
    setProblem(wrong);
    if (wrong !== undefined) return { day: value, isGood: false };
    setTyped(null);
    if (day !== value) onChange(day);
    return { day, isGood: true };
  };

  return (
    <>
      <TextField
        {...rest}
        {...unread(problem !== undefined)}
        label={label}
        autoComplete="off"
        placeholder="12 Mar"
        value={typed ?? (value === null ? '' : shortDay(value, today, locale))}
        title={value === null ? undefined : exactDay(value, locale)}
        hint={isTold ? (understood === null ? 'As 12 Mar, 12.3.2027 or +2w' : toldDay(understood, locale)) : hint}
        error={problem ?? (typed === null ? error : undefined)}
        onChange={(text) => {
          setTyped(text);
          setIsTold(true);
          setProblem(undefined);
        }}
        onBlur={(event) => {
          take();
          if (event.currentTarget.form === null) setIsTold(false);
        }}
        onEnter={() => {
          const { day, isGood } = take();
          if (isGood) onEnter?.(day);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && event.altKey) setIsOpen(true);
          if (event.key === 'Escape' && typed !== null) {
            event.stopPropagation();
            setTyped(null);
            setProblem(undefined);
          }
        }}
        suffix={
          <IconButton
            ref={button}
            size="s"
            label={`Calendar for ${label}`}
            icon={<CalendarDays aria-hidden="true" />}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(true)}
          />
        }
      />
      <Popover triggerRef={button} isOpen={isOpen} onOpenChange={setIsOpen} label={label} placement="bottom end">
        <Calendar
          label={label}
          value={value}
          today={today}
          min={min}
          max={max}
          locale={locale}
          firstDayOfWeek={firstDayOfWeek}
          onChange={(day) => {
            setTyped(null);
            setProblem(undefined);
            setIsOpen(false);
            onChange(day);
          }}
        />
      </Popover>
    </>
  );
}
