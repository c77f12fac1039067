import { useState } from 'react';
import type { Day } from '../../domain/kernel/day.ts';
import type { Release } from '../../domain/release/release.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { useToday } from '../item/use-today.ts';
import { useCommand, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Form } from '../ui/Form.tsx';
import { shortDay } from '../ui/format-day.ts';

/** The date of a release that has none: with it there is a line, which says how much of the backlog fits. */
export function GiveDate({ release }: { release: Release }) {
  const command = useCommand();
  const view = useShown();
  const today = useToday(release.product);
  const [day, setDay] = useState<Day | null>(null);
  const [problem, setProblem] = useState<string>();
  const set = () => {
    if (day === null) return setProblem('Write a day');
    command(
      { verb: 'updateRelease', input: { release: release.id, dueOn: day } },
      { toast: `${release.name}: ${shortDay(day, today)}`, onRefused: (why) => setProblem(whySentence(why, nameIn(view))) },
    );
    return undefined;
  };
  return (
    <Form className="flex items-end gap-2 text-start" onSend={set}>
      <DateField
        label="By when? A date says how much fits"
        value={day}
        today={today}
        min={today}
        onChange={(next) => setDay(next as Day | null)}
        error={problem}
        className="w-60"
      />
      <Button variant="primary" type="submit">
        Set date
      </Button>
    </Form>
  );
}
