import { use } from 'react';
import type { Item } from '../../domain/backlog/item.ts';
import { mismatchOf } from '../../domain/readiness/mismatch.ts';
import { readinessOf } from '../../domain/readiness/readiness.ts';
import { useLook } from '../store/hooks.ts';
import { BoundsContext } from './bounds.ts';
import { missingWords } from './check-words.ts';
import { RingMark } from './RingMark.tsx';

/** A small ring with what is missing on hover; marked where the row stands too high for how little, or too low for how much is worked out. */
export function Ring({ item: { id } }: { item: Item }) {
  const bounds = use(BoundsContext);
  const { readiness, mismatch } = useLook(
    (view) => {
      const item = view.find('item', id);
      if (!item) return { readiness: null, mismatch: null };
      const found = readinessOf(view, item);
      return {
        readiness: found && { met: found.met, of: found.of, missing: missingWords(found.checks) },
        mismatch: bounds === null ? null : mismatchOf(view, item, bounds),
      };
    },
    [id, bounds],
  );
  if (mismatch === 'over-detailed') return <OverDetailed />;
  if (!readiness) return null;
  const { met, of, missing } = readiness;
  const says = `${met} of ${of} checks of ready${missing === '' ? '' : `. Missing: ${missing}`}`;
  const words = mismatch === null ? says : `Next up and not ready: ${says}`;
  return (
    <span role="img" aria-label={words} data-tip={words} data-mismatch={mismatch ?? undefined} className="grid size-5 place-items-center">
      <RingMark met={met} of={of} tone={mismatch === null ? 'plain' : 'missed'} />
    </span>
  );
}

const OVER_DETAILED = 'Far down, and worked out already: one line is enough here';

function OverDetailed() {
  return (
    <span role="img" aria-label={OVER_DETAILED} data-tip={OVER_DETAILED} data-mismatch="over-detailed" className="grid size-5 place-items-center">
      <svg aria-hidden="true" viewBox="0 0 14 14" className="size-3.5 text-progress">
        <path d="M2.5 3.5h9M2.5 7h9M2.5 10.5h6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
    </span>
  );
}
