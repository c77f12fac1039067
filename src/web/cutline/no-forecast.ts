import type { Arithmetic } from '../../domain/cutline/arithmetic.ts';
import { ENOUGH_WEEKS } from '../../domain/forecast/outlook.ts';
import { shortDay } from '../ui/format-day.ts';

/** Why there are no probabilities: too little history, or a pace that somebody set against it and until when it counts. */
export const noForecast = ({ weeks, paceUntil }: Pick<Arithmetic, 'weeks' | 'paceUntil'>, today: string): string =>
  paceUntil === null
    ? `Too little history for probabilities: ${weeks} of ${ENOUGH_WEEKS} weeks`
    : `Counted with the pace that was set, not with what was delivered, until ${shortDay(paceUntil, today)}`;
