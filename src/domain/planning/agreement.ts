import { sum } from '../estimation/sum.ts';
import type { SprintHours } from './sprint-hours.ts';
import type { SprintLoad } from './sprint-load.ts';

/** What points by velocity and hours by people say together of a sprint. Room is what is left over, never less than none; over is what is too much. */
export type Agreement =
  /** Nobody is in the team: only points can say something. */
  | { readonly code: 'no-people' }
  /** What the team delivers is not known: only hours can say something. */
  | { readonly code: 'no-pace' }
  /** Nothing was broken down. */
  | { readonly code: 'no-hours' }
  /** The hours fit so far, but some cards have none yet. */
  | { readonly code: 'hours-missing'; readonly cards: number; readonly hours: number }
  | { readonly code: 'both-fit'; readonly points: number; readonly hours: number }
  | { readonly code: 'both-over'; readonly points: number; readonly hours: number }
  /** It fits in points, and is too much for the hours of people; so many days off are not in the velocity. */
  | { readonly code: 'hours-over'; readonly points: number; readonly hours: number; readonly daysOff: number }
  /** It fits in hours, and is more than the team has delivered in such a time. */
  | { readonly code: 'points-over'; readonly points: number; readonly hours: number };

/** How the two ways of counting agree. What is over in hours is so whatever is still missing. */
export function agreementOf(load: SprintLoad, hours: SprintHours): Agreement {
  if (hours.capacity === null) return { code: 'no-people' };
  if (load.capacity === null) return { code: 'no-pace' };
  if (hours.load === 0 && hours.unsaid > 0) return { code: 'no-hours' };
  const [pointsLeft, hoursLeft] = [sum(load.capacity, -load.load), sum(hours.capacity, -hours.load)];
  const by = { points: Math.abs(pointsLeft), hours: Math.abs(hoursLeft) };
  if (hoursLeft < 0) return pointsLeft < 0 ? { code: 'both-over', ...by } : { code: 'hours-over', ...by, daysOff: hours.daysOff };
  if (pointsLeft < 0) return { code: 'points-over', ...by };
  return hours.unsaid > 0 ? { code: 'hours-missing', cards: hours.unsaid, hours: hoursLeft } : { code: 'both-fit', ...by };
}
