import { Suspense, useState, type ReactNode } from 'react';
import { useMay } from '../store/hooks.ts';
import { onDemand } from '../ui/on-demand.ts';
import { FinishBoard, FinishContext } from './finish-board.ts';

const FinishDays = onDemand(async () => (await import('./FinishDays.tsx')).FinishDays);

/** A list whose rows tell when they are likely finished, to those who see forecasts: fetched and worked out after the list. */
export function FinishColumn({ product, children }: { product: string; children: ReactNode }) {
  const maySee = useMay('see-forecasts', { in: 'product', id: product });
  const [board] = useState(() => new FinishBoard());
  return (
    <FinishContext value={maySee ? board : null}>
      {children}
      {maySee && (
        <Suspense fallback={null}>
          <FinishDays product={product} board={board} />
        </Suspense>
      )}
    </FinishContext>
  );
}
