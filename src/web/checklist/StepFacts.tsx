import { addDays, daysBetween, type Day } from '../../domain/kernel/day.ts';
import type { StepToDo } from '../../domain/checklist/checklist.ts';
import { FURTHEST_DAYS } from '../../domain/checklist/step.ts';
import { PersonChip } from '../member/PersonChip.tsx';
import { useRecord } from '../store/hooks.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { DayChip } from '../ui/DayChip.tsx';
import { exactDay, shortDay } from '../ui/format-day.ts';
import { NumberChip } from '../ui/NumberChip.tsx';
import { daysWords } from './days-words.ts';

interface StepFactsProps {
  readonly step: StepToDo;
  /** The release's date. */
  readonly date: Day | null;
  readonly today: Day;
  readonly canEdit: boolean;
  readonly onDays: (days: number | null) => void;
  readonly onPerson: (person: string | null) => void;
}

/** When a step is due, and who sees to it. */
export function StepFacts(props: StepFactsProps) {
  const { step, canEdit, onPerson } = props;
  const person = useRecord('member', step.person);
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-s max-tablet:order-last max-tablet:w-full max-tablet:ps-6">
      {props.date === null ? <DaysOf {...props} /> : <DueOn {...props} date={props.date} />}
      {canEdit ? <PersonChip listLabel="Who sees to it" person={step.person} nobody="nobody" onChoose={onPerson} /> : person && <Avatar name={person.name} />}
    </span>
  );
}

/** With a date of the release: the day, which moves with that date. */
function DueOn({ step, date, today, canEdit, onDays }: StepFactsProps & { readonly date: Day }) {
  const { dueOn, days, isLate } = step;
  const day = dueOn === null ? undefined : <span className={isLate ? 'text-wrong' : undefined}>{`${isLate ? 'overdue ' : ''}${shortDay(dueOn, today)}`}</span>;
  return (
    <DayChip
      asks="Due"
      day={dueOn}
      shown={day ?? 'any time'}
      hint={dueOn === null || days === null ? undefined : `${exactDay(dueOn)}: ${daysWords(days)}, and it moves with that`}
      today={today}
      min={addDays(date, -FURTHEST_DAYS)}
      canEdit={canEdit}
      onChange={(next) => onDays(next === null ? null : daysBetween(date, next as Day))}
    />
  );
}

/** Without one: how many days before it, whenever that will be. */
function DaysOf({ step: { text, days }, canEdit, onDays }: StepFactsProps) {
  if (!canEdit && days === null) return null;
  return (
    <NumberChip
      name={`Days before the date: ${text}`}
      value={days === null ? null : -days}
      shown={days === null ? 'any time' : daysWords(days)}
      unit="days"
      min={-FURTHEST_DAYS}
      max={FURTHEST_DAYS}
      mayBeNone
      hint="Less than 0: after it"
      canEdit={canEdit}
      onChange={(before) => onDays(before === null ? null : -before)}
    />
  );
}
