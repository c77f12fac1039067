import { Suspense } from 'react';
import type { Item } from '../../domain/backlog/item.ts';
import { notOnPhone } from '../backlog/row/columns.ts';
import { cx } from '../ui/cx.ts';
import { onDemand } from '../ui/on-demand.ts';

const Ring = onDemand(async () => (await import('./Ring.tsx')).Ring);

/** How ready a row is, fetched after the list itself. */
export function ReadinessCell({ item }: { item: Item }) {
  return (
    <span role="gridcell" data-cell="readiness" className={cx('grid place-items-center', notOnPhone)}>
      <Suspense fallback={null}>
        <Ring item={item} />
      </Suspense>
    </span>
  );
}
