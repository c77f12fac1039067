import { Fragment } from 'react';
import type { View } from '../../../domain/collections.ts';
import { partsOfSprint } from '../../../domain/planning/sprint-load.ts';
import { sumOf } from '../../../domain/estimation/sum.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { categoryName } from '../../app/category-name.ts';
import { useLook } from '../../store/hooks.ts';
import { cx } from '../../ui/cx.ts';

/** What the team keeps of the sprint for categories, each against the cards that draw on it, and what other teams need of it; nothing where there is neither. */
export function KeptParts({ sprint, after }: { sprint: Sprint; after: View | null }) {
  const parts = useLook((view) => partsOfSprint(after ?? view, sprint), [sprint, after]);
  const forOthers = sumOf(parts, (part) => part.forOthers);
  const shown = parts.length < 2 ? [] : parts;
  if (shown.length === 0 && forOthers === 0) return null;
  return (
    <span className="num text-s whitespace-nowrap text-ink-2">
      {shown.map(({ keptFor, load, capacity }, at) => (
        <Fragment key={keptFor ?? ''}>
          {at > 0 && ' · '}
          <span className={cx(load > capacity && 'text-line-ink')}>{`${keptFor === null ? 'other work' : categoryName(keptFor)} ${load} of ${capacity}`}</span>
        </Fragment>
      ))}
      {forOthers > 0 && `${shown.length > 0 ? ' · ' : ''}${forOthers} for cards of other teams`}
    </span>
  );
}
