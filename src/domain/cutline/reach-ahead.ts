import { teamsOf } from '../backlog/team-of.ts';
import type { View } from '../collections.ts';
import type { Outlook } from '../forecast/outlook.ts';
import { outlookOf } from '../forecast/outlook-of.ts';
import { drawAhead, isDrawn } from '../forecast/totals.ts';
import { weekdaysBetween, type Day } from '../kernel/day.ts';
import { USUAL_CONFIDENCE } from '../release/release.ts';
import type { Ground } from './reach.ts';

/** Whether all is drawn that `reaches` needs of the teams' coming weeks: then it is worked out in a moment. */
export const areReachesDrawn = (view: View, ground: Ground, days: readonly Day[]): boolean =>
  outlooksOf(view, ground).every((outlook) => daysAhead(ground, days).every((some) => isDrawn(outlook, some, USUAL_CONFIDENCE)));

/** Draws that in pieces of work: a year ahead is some hundred milliseconds a team. */
export function* drawReaches(view: View, ground: Ground, days: readonly Day[]): Generator<void, void> {
  for (const outlook of outlooksOf(view, ground)) yield* drawAhead(outlook, daysAhead(ground, days), USUAL_CONFIDENCE);
}

function outlooksOf(view: View, { product, today, unit, firstTeam }: Ground): Outlook[] {
  return teamsOf(view, product).flatMap(({ id }) => outlookOf(view, { product, team: id, firstTeam }, { today, unit }).outlook ?? []);
}

const daysAhead = ({ today }: Ground, days: readonly Day[]): number[] => [...new Set(days.filter((on) => on >= today).map((on) => weekdaysBetween(today, on)))];
