import { CircleAlert } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

interface StaleTextProps {
  /** What stands in the item now; null while it is being loaded. */
  readonly theirs: string | null;
  readonly onTake: () => void;
  /** Puts theirs below mine, to be merged by hand. */
  readonly onJoin: () => void;
}

/** Somebody saved the text while it was being written here: theirs, beside one's own in the editor below. */
export function StaleText({ theirs, onTake, onJoin }: StaleTextProps) {
  return (
    <div role="alert" className="grid gap-2 rounded-control bg-wrong-soft px-3 py-2">
      <p className="flex gap-2 text-ink-2">
        <CircleAlert aria-hidden="true" className="mt-0.75 size-3.5 shrink-0 text-wrong" />
        <span>
          <strong className="font-semibold text-ink">Somebody saved this text while you were writing.</strong> This is theirs. Yours is below, and nothing of it
          is lost.
        </span>
      </p>
      {theirs === null ? (
        <Skeleton className="h-12 w-full" />
      ) : (
        <textarea
          readOnly
          aria-label="Their text"
          dir="auto"
          rows={2}
          value={theirs === '' ? 'They took the description away.' : theirs}
          className="field-sizing-content max-h-48 w-full resize-none rounded-small bg-surface px-2.5 py-1.5 text-m text-ink outline-none"
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="s" onClick={onTake}>
          Take theirs
        </Button>
        <Button size="s" disabledReason={theirs === null || theirs === '' ? 'There is nothing to add' : undefined} onClick={onJoin}>
          Add theirs below mine
        </Button>
      </div>
    </div>
  );
}
