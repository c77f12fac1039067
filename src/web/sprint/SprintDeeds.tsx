import { useState } from 'react';
import { isOpenSprint } from '../../domain/sprint/sprint-rules.ts';
import type { Sprint } from '../../domain/sprint/sprint.ts';
import { useRefusal } from '../item/use-refusal.ts';
import { useCommand, useMay } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { focusHead } from '../ui/focus-after.ts';
import { CloseDialog } from './CloseDialog.tsx';

/** What is done with the sprint as a whole: it is started, and later closed. */
export function SprintDeeds({ sprint }: { sprint: Sprint }) {
  const command = useCommand();
  const canPlan = useMay('plan-sprints', { in: 'sprint', id: sprint.id });
  const [isClosing, setIsClosing] = useState(false);
  const isPlanned = sprint.state === 'planned';
  const refusal = useRefusal(isPlanned && canPlan ? { verb: 'startSprint', input: { sprint: sprint.id } } : null);
  if (!canPlan || !isOpenSprint(sprint)) return null;
  if (isPlanned)
    return (
      <Button
        key="start" // a second Enter must not close what the first has started
        variant="primary"
        disabledReason={refusal}
        onClick={() => {
          command({ verb: 'startSprint', input: { sprint: sprint.id } }, { toast: `${sprint.name} is under way` });
          focusHead();
        }}
      >
        Start
      </Button>
    );
  return (
    <>
      <Button onClick={() => setIsClosing(true)}>Close…</Button>
      {isClosing && <CloseDialog sprint={sprint} onDone={() => setIsClosing(false)} />}
    </>
  );
}
