import type { Day } from '../../domain/kernel/day.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { shortDay } from '../ui/format-day.ts';

/** A computed end moves by itself until it is promised: dragging it asks. */
export function PromiseDialog({ name, day, today, onPromise, onLeave }: { name: string; day: Day; today: Day; onPromise: () => void; onLeave: () => void }) {
  return (
    <Dialog
      title={`Promise ${shortDay(day, today)}?`}
      isOpen
      onClose={onLeave}
      width="s"
      actions={
        <>
          <Button variant="quiet" onClick={onLeave}>
            Leave it to the plan
          </Button>
          <Button variant="primary" autoFocus onClick={onPromise}>
            Promise {shortDay(day, today)}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">
        The end of “{name}” is worked out from the plan and moves with it. Promised, it stays where it is until you unpin it, and the plan is shown beside it.
      </p>
    </Dialog>
  );
}
