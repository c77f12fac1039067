import { Suspense } from 'react';
import { openItems, rankedRows } from '../../domain/backlog/open.ts';
import { releasesByDate } from '../../domain/release/release.ts';
import { rowsInRelease } from '../../domain/release/rows-in-release.ts';
import { LazyDateLinesMenu } from '../cutline/LazyDateLines.tsx';
import { onDemand } from '../ui/on-demand.ts';
import { useLook } from '../store/hooks.ts';
import { Filters } from './Filters.tsx';
import { ProductGoal } from './ProductGoal.tsx';
import type { BacklogView } from './use-views.ts';
import { grouped } from '../ui/grouped.ts';

/** The list shows rows: what is delivered. Parents and tasks are open beside them, and stand in the tree. */
function counts(unplanned: number, planned: number): string {
  const rows = unplanned + planned;
  const all = rows === 1 ? 'One row' : `${grouped(rows)} rows`;
  return planned === 0 ? all : `${all}, ${grouped(planned)} planned`;
}

const NextUp = onDemand(async () => (await import('../readiness/NextUp.tsx')).NextUp);

/** The backlog's commitment in one line, its filters, and how much there is. */
export function BacklogBar({ product, view }: { product: string; view: BacklogView }) {
  const { open, planned, unplanned } = useLook(
    (at) => {
      let inRelease = 0;
      for (const release of at.list(releasesByDate, product)) inRelease += at.list(rowsInRelease, release.id).length;
      return { open: at.list(openItems, product).length, planned: inRelease, unplanned: at.list(rankedRows, product).length - inRelease };
    },
    [product],
  );
  return (
    <>
      <ProductGoal product={product} />
      {(view === 'ranked' || view === 'tree') && <Filters product={product} />}
      {view === 'ranked' && (
        <>
          <Suspense fallback={null}>
            <NextUp product={product} />
          </Suspense>
          <LazyDateLinesMenu product={product} />
        </>
      )}
      <span className="num ms-auto shrink-0 ps-3 whitespace-nowrap max-tablet:hidden">
        {view === 'tree' ? `${grouped(open)} open items` : counts(unplanned, planned)}
      </span>
    </>
  );
}
