import type { Stretch } from '../../domain/team/working-days.ts';
import { shortDay } from '../ui/format-day.ts';

/** Days in words: `3 Apr` or `3 Apr – 6 Apr`; of another year it is said once. */
export const stretchText = ({ from, to }: Stretch, today: string): string =>
  from === to ? shortDay(from, today) : `${shortDay(from, from.slice(0, 4) === to.slice(0, 4) ? to : today)} – ${shortDay(to, today)}`;

/** How many days, with their unit. */
export const daysOff = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
