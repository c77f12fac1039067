import { Suspense } from 'react';
import { onDemand } from '../ui/on-demand.ts';
import type { DateLinesProps } from './DateLines.tsx';
import type { DateLineRowProps } from './DateLineRow.tsx';

const Lines = onDemand(async () => (await import('./DateLines.tsx')).DateLines);
const Row = onDemand(async () => (await import('./DateLineRow.tsx')).DateLineRow);
const Bar = onDemand(async () => (await import('./DateLinesMenu.tsx')).DateLinesMenu);

/** The date lines of a list, fetched and worked out after the list itself. */
export function LazyDateLines(props: DateLinesProps) {
  return (
    <Suspense fallback={null}>
      <Lines {...props} />
    </Suspense>
  );
}

/** One of them among the rows. */
export function LazyDateLineRow(props: DateLineRowProps) {
  return (
    <Suspense fallback={null}>
      <Row {...props} />
    </Suspense>
  );
}

/** What there is of them, in the list's bar. */
export function LazyDateLinesMenu({ product }: { product: string }) {
  return (
    <Suspense fallback={null}>
      <Bar product={product} />
    </Suspense>
  );
}
