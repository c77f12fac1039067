import type { RollUp } from '../../domain/backlog/roll-up.ts';
import { SIZES } from '../../domain/estimation/estimate.ts';

/** A roll-up in words, each kind of estimate by itself: `2 of 5 done · 8 of 21 points · 2 M · 1 not estimated`. */
export function rollUpWords(sums: RollUp): string {
  return [`${number(sums.done)} of ${number(sums.parts)} done`, estimateSums(sums), sums.unestimated > 0 ? `${number(sums.unestimated)} not estimated` : '']
    .filter(Boolean)
    .join(' · ');
}

/** The estimates of a roll-up: `8 of 21 points · 2 M · 12 of 40 h`. Empty where nothing is estimated. */
export function estimateSums({ points, pointsDone, hours, hoursLeft, sizes }: RollUp): string {
  const sized = SIZES.flatMap((size) => (sizes[size] ? [`${sizes[size]} ${size}`] : []));
  return [
    points > 0 ? (pointsDone > 0 ? `${number(pointsDone)} of ${number(points)} points` : points === 1 ? '1 point' : `${number(points)} points`) : '',
    ...sized,
    hours > 0 ? `${number(hoursLeft)} of ${number(hours)} h left` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
