import type { Estimate } from '../../../domain/estimation/estimate.ts';
import { estimateText } from './EstimateCell.tsx';

/** An estimate that is only read. */
export function EstimateText({ estimate }: { estimate: Estimate | null }) {
  return (
    <span role="gridcell" className={estimate === null ? '' : 'num h-5 rounded-small bg-sunken text-center leading-5 font-medium'}>
      {estimate && estimateText(estimate)}
    </span>
  );
}
