import type { View } from '../../domain/collections.ts';
import { areReachesDrawn, drawReaches } from '../../domain/cutline/reach-ahead.ts';
import { groundOf, reaches } from '../../domain/cutline/reach.ts';
import { shownDays } from '../../domain/cutline/shown-days.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { exactDay, shortDay } from '../ui/format-day.ts';
import type { DateRow } from './date-board.ts';
import { reachText } from './reach-text.ts';

export interface AskedDates {
  readonly product: string;
  /** Whether the ends of quarters are among them. */
  readonly quarters: boolean;
  readonly now: Instant;
}

/** The date lines of a product as they are drawn, by date; null while the teams' coming weeks have not been drawn so far. */
export function dateRows(view: View, asked: AskedDates): readonly DateRow[] | null {
  const { ground, shown, days } = lookedAt(view, asked);
  if (!areReachesDrawn(view, ground, days)) return null;
  const reached = new Map(reaches(view, ground, days).map((reach) => [reach.on, reach]));
  return shown.map(({ on, name, dateLine }) => {
    const reach = reached.get(on)!; // none of these days has passed
    const date = shortDay(on, ground.today);
    const guessed = reach.guessed > 0 ? `, ${reach.guessed} guessed` : '';
    const says = `${reachText(view, ground.unit, reach)}${guessed}${name === '' ? '' : ` · ${date}`}`;
    return {
      id: on,
      after: reach.after,
      name: name || date,
      says,
      whole: name === '' ? exactDay(on) : `${name}: ${exactDay(on)}`,
      dateLine,
      taken: reach.taken,
    };
  });
}

/** Draws what {@link dateRows} waits for, in pieces of work. */
export function* drawingDates(view: View, asked: AskedDates): Generator<void, void> {
  const { ground, days } = lookedAt(view, asked);
  yield* drawReaches(view, ground, days);
}

function lookedAt(view: View, { product, quarters, now }: AskedDates) {
  const ground = groundOf(view, product, { now });
  const shown = shownDays(view, product, { today: ground.today, quarters });
  return { ground, shown, days: shown.map(({ on }) => on) };
}
