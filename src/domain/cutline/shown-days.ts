import type { View } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import { dateLinesOf } from './date-line.ts';

/** A day at which a dotted line is drawn. */
export interface ShownDay {
  readonly on: Day;
  /** What it is called: as somebody said, else the quarter that ends on it, `Q1 2027`; empty: it goes by its date. */
  readonly name: string;
  /** The date line that was set by hand; null: the end of a quarter. */
  readonly dateLine: string | null;
}

/** This quarter and the next three: a year, in the coarsest steps that people plan in. */
const QUARTERS = 4;

/**
 * The days of a product's dotted lines, by date: those set by hand that have not passed and, where asked for, the ends of this and the next three
 * quarters. Each day once: the end of a quarter that has a line of its own is that line.
 */
export function shownDays(view: View, product: string, { today, quarters }: { today: Day; quarters: boolean }): ShownDay[] {
  const days = new Map<Day, ShownDay>(quarters ? quarterEnds(today).map((end) => [end.on, { ...end, dateLine: null }]) : []);
  for (const { id, on, name } of view.list(dateLinesOf, product)) {
    const there = days.get(on);
    if (on >= today && !there?.dateLine) days.set(on, { on, name: name || (there?.name ?? ''), dateLine: id });
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The last days of this quarter of the calendar and of those after it, with their names. */
export function quarterEnds(today: Day): Pick<ShownDay, 'on' | 'name'>[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const first = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: QUARTERS }, (_, n) => {
    const [of, quarter] = [Math.floor((first + n) / 4), (first + n) % 4];
    return { on: `${String(of).padStart(4, '0')}-${LAST_DAYS[quarter]!}` as Day, name: `Q${quarter + 1} ${of}` }; // four digits, a month and its last day
  });
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'] as const;
