import { Suspense, useState } from 'react';
import { CloudOff, TriangleAlert } from 'lucide-react';
import { useSyncState } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { onDemand } from '../ui/on-demand.ts';

const NotSavedDialog = onDemand(async () => (await import('./NotSavedDialog.tsx')).NotSavedDialog);

/** A small mark in the top bar when the server is not heard, or when something was not saved; nothing when all is well. */
export function SyncMark() {
  const { link, waiting, notSaved, storage, phase } = useSyncState();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {phase === 'newer-version' && (
        <Button size="s" variant="primary" onClick={() => location.reload()}>
          Load the new version
        </Button>
      )}
      {link === 'offline' && (
        <span
          role="status"
          className="flex items-center gap-1.5 text-s text-ink-2"
          title={storage === 'without' ? 'This browser keeps nothing: leave this tab open until they are sent.' : undefined}
        >
          <CloudOff aria-hidden="true" className="size-3.5" />
          <span>
            <span className="max-tablet:sr-only">working offline</span>
            {waiting > 0 && `, ${waiting} ${waiting === 1 ? 'change' : 'changes'} waiting`}
          </span>
        </span>
      )}
      {notSaved.length > 0 && (
        <Button size="s" variant="wrong" icon={<TriangleAlert aria-hidden="true" />} onClick={() => setIsOpen(true)}>
          {notSaved.length} not saved
        </Button>
      )}
      {isOpen && notSaved.length > 0 && (
        <Suspense fallback={null}>
          <NotSavedDialog isOpen onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
