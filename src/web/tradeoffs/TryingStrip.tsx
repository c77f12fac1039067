import { useEffect } from 'react';
import { useTrial } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { useKeys } from '../ui/use-keys.ts';

/** Says that what is shown is tried and not done, and ends it: kept as one change, or left. Who goes elsewhere leaves it. */
export function TryingStrip() {
  const { trial, keep, leave } = useTrial();
  useEffect(() => leave, [leave]);
  useKeys([
    { keys: 'Escape', description: 'Leave what is tried', group: 'List', run: leave, when: () => trial !== null },
    { keys: 'Mod+Enter', description: 'Keep what is tried', group: 'List', run: keep, when: () => trial !== null },
  ]);
  if (!trial) return null;
  return (
    <div
      role="status"
      data-trying
      className="mx-4 my-2 flex items-center gap-2.5 rounded-control border border-accent bg-accent-soft px-3 py-1.5 max-tablet:mx-3 max-tablet:flex-wrap"
    >
      <span className="min-w-0 flex-1 max-tablet:basis-full">
        <strong className="font-semibold">Trying:</strong> {trial.says}
        {trial.also !== '' && <span className="text-ink-2"> · {trial.also}</span>}
      </span>
      <Button variant="primary" keys="Mod+Enter" onClick={keep}>
        Keep
      </Button>
      <Button keys="Escape" onClick={leave}>
        Leave
      </Button>
    </div>
  );
}
