import { useState } from 'react';
import type { Day } from '../../domain/kernel/day.ts';
import type { Sprint } from '../../domain/sprint/sprint.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { useToday } from '../item/use-today.ts';
import { useCommand, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Form } from '../ui/Form.tsx';
import { exactDay, shortDay, toldDay } from '../ui/format-day.ts';
import { Popover } from '../ui/Popover.tsx';
import { useOpener } from '../ui/use-opener.ts';

/** The first and the last day of a sprint, changed together. */
export function SprintDays({ sprint, canPlan }: { sprint: Sprint; canPlan: boolean }) {
  const today = useToday(sprint.product);
  const { opener, layer, close } = useOpener('dialog');
  const { startOn, endOn } = sprint;
  if (startOn === null || endOn === null) return null;
  const shown = `${shortDay(startOn, today)} – ${shortDay(endOn, today)}`;
  const exact = `${exactDay(startOn)} to ${exactDay(endOn)}`;
  if (!canPlan)
    return (
      <span className="num shrink-0" data-tip={exact}>
        {shown}
      </span>
    );
  return (
    <>
      <Chip {...opener} label="days" value={shown} hint={exact} />
      <Popover {...layer} label="Days of the sprint">
        <DaysForm sprint={sprint} today={today} days={{ startOn, endOn }} onDone={close} />
      </Popover>
    </>
  );
}

function DaysForm({ sprint, today, days, onDone }: { sprint: Sprint; today: Day; days: { startOn: Day; endOn: Day }; onDone: () => void }) {
  const view = useShown();
  const command = useCommand();
  const [startOn, setStart] = useState<Day>(days.startOn);
  const [endOn, setEnd] = useState<Day>(days.endOn);
  const [problem, setProblem] = useState<string>();
  const save = () => {
    const done = command(
      { verb: 'updateSprint', input: { sprint: sprint.id, startOn, endOn } },
      { toast: `${shortDay(startOn, today)} – ${shortDay(endOn, today)}`, onRefused: (why) => setProblem(whySentence(why, nameIn(view))) },
    );
    void done.shown.then(({ outcome }) => outcome !== 'refused' && onDone());
  };
  const asked = { today, isRequired: true };
  const set = (change: (day: Day) => void) => (day: string | null) => {
    setProblem(undefined);
    if (day !== null) change(day as Day); // the field gives days
  };
  return (
    <Form className="grid w-56 gap-3" onSend={save}>
      <DateField label="First day" {...asked} value={startOn} near={startOn} hint={toldDay(startOn)} autoFocus onChange={set(setStart)} />
      <DateField label="Last day" {...asked} value={endOn} near={startOn} hint={toldDay(endOn)} error={problem} onChange={set(setEnd)} />
      <Button variant="primary" type="submit">
        Set the days
      </Button>
    </Form>
  );
}
