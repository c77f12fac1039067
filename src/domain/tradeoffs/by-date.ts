import { dayOfWorkingDay } from '../capacity/capacity.ts';
import { dayAtPace, dayDelivered } from '../cutline/day-delivered.ts';
import { sum } from '../estimation/sum.ts';
import { addDays, weekdaysBetween, type Day } from '../kernel/day.ts';
import type { NamedCall } from '../verbs.ts';
import { amountTo, usedAbove, wholeOf, type AskedRow } from './asked-row.ts';
import { least } from './least.ts';
import type { Way } from './way.ts';

/** A date farther away is no small change: a year of working days. */
export const MOST_DAYS = 260;

/** The first later day on which the row is taken, as long as it lies before the next line's. Days are told as the n-th working day from today. */
export function* laterDate(asked: AskedRow): Generator<void, Way | null> {
  const { lines, line, view } = asked;
  const next = lines.lines[lines.lines.indexOf(line) + 1]?.date;
  const low = workingDay(lines.today, line.date) + 1;
  const high = Math.min(low + MOST_DAYS, next === undefined ? Infinity : workingDay(lines.today, addDays(next, -1)));
  const amount = amountTo(asked);
  const day = amount === null ? null : dayFor(asked, amount);
  if (day === null) return null;
  return yield* firstDay(
    { ...asked, release: line.release },
    { low, guess: workingDay(lines.today, day), high, from: view.get('release', line.release).dueOn },
  );
}

/** The first day, of those between two, on which the row's release takes it. */
export function* firstDay(
  { lines, release, trials }: Pick<AskedRow, 'lines' | 'trials'> & { release: string },
  { low, guess, high, from }: { low: number; guess: number; high: number; from: Day | null },
): Generator<void, Way | null> {
  const ways = new Map<number, Way | null>();
  const found = yield* least({ low, guess, high }, function* (n) {
    const to = dayOfWorkingDay(lines.today, n);
    ways.set(n, yield* trials.bringsIn({ code: 'later-date', release, from, to }, [dated(release, to)]));
    return ways.get(n) !== null;
  });
  return found === null ? null : ways.get(found)!;
}

/** The last earlier day on which the row is not taken any more, as long as it lies after the line before. */
export function* earlierDate(asked: AskedRow): Generator<void, Way | null> {
  const { lines, line, trials, size } = asked;
  const place = lines.lines.indexOf(line);
  const before = lines.lines[place - 1]?.date;
  const low = before === undefined || before < lines.today ? 1 : workingDay(lines.today, before) + 1;
  const high = workingDay(lines.today, line.date);
  const ways = new Map<number, Way | null>();
  const day = dayFor(asked, sum(usedAbove(asked), size));
  const guess = day === null ? high : workingDay(lines.today, day);
  const taken = yield* least({ low, guess, high }, function* (n) {
    const to = dayOfWorkingDay(lines.today, n);
    ways.set(n, yield* trials.pushesOut({ code: 'earlier-date', release: line.release, from: line.date, to }, [dated(line.release, to)]));
    return ways.get(n) === null;
  });
  return taken === null ? null : (ways.get(taken - 1) ?? null);
}

/** Enough to be a day or two off. */
const GUESSING_TRIALS = 1000;

/** About the day until which the team delivers so much for the line; null: nobody can say, or far too late. */
export function dayFor(asked: Pick<AskedRow, 'view' | 'lines' | 'line' | 'team'>, amount: number): Day | null {
  const { view, lines, line, team } = asked;
  const { forecast } = team;
  const whole = wholeOf(asked, amount);
  if (whole === Infinity) return null;
  if (forecast) return dayDelivered(view, lines, { team: team.team, amount: whole, confidence: forecast.confidence, trials: GUESSING_TRIALS });
  return dayAtPace(view, lines, { line, team, amount: whole });
}

/** Which working day from today a day is, or the last one before it; 0: it is past. */
export const workingDay = (today: Day, day: Day): number => (day < today ? 0 : weekdaysBetween(today, day));

const dated = (release: string, dueOn: Day): NamedCall => ({ verb: 'updateRelease', input: { release, dueOn } });
