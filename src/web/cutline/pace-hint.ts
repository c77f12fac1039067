import type { MeasuredPaceAnswer } from '../../domain/capacity/measured-pace.ts';
import type { MeasuredPace } from '../../domain/capacity/pace.ts';
import type { Unit } from '../../domain/product/product.ts';

/** What was measured, in the unit that is counted in. */
export const paceIn = (answer: MeasuredPaceAnswer | undefined, unit: Unit): MeasuredPace | undefined => answer?.[unit];

const NONE: Record<Exclude<MeasuredPace['why'], null>, string> = {
  'nothing-finished': 'Nothing was finished yet, so there is no pace to start from',
  'too-short': 'Finished work spans less than three fortnights: too little to measure a pace',
  'median-zero': 'In the middle one of the last fortnights nothing was finished, so no pace is measured',
};

/** Where the pace in the ghost line comes from, or why there is none. */
export function paceHint(measured: MeasuredPace | undefined, unit: Unit): string {
  if (!measured) return '';
  return measured.pace === null ? NONE[measured.why] : `${measured.pace} ${unit}, median of your last ${measured.fortnights.length} fortnights`;
}
