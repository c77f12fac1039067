import { z } from 'zod';

/** A calendar day without a zone, `2026-11-21`. Days compare as strings. */
export type Day = `${number}-${number}-${number}`;

/** A moment in UTC, `2026-11-21T09:00:00.000Z`. Instants of this one form compare as strings. */
export type Instant = `${string}T${string}Z`;

/** A day that exists in the calendar. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD')
  .refine(isDay, 'there is no such day')
  .meta({ format: 'date' }) as unknown as z.ZodType<Day>; // the regex and the refinement prove the template type

/** The IANA name of a time zone, e.g. `Europe/Berlin`. */
export const zoneSchema = z.string().min(1).max(64).refine(isZone, 'there is no such time zone');

/** Whether the calendar knows a zone of that name: an unknown one throws RangeError, and says so only by that. */
function isZone(name: string): boolean {
  try {
    dayIn(name, '2026-01-01T00:00:00.000Z');
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Whether a text is a day that exists, between the years 1 and 9999. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day that it is at `instant` in `zone` (an IANA name, e.g. `Europe/Berlin`); throws RangeError for an unknown zone. */
export function dayIn(zone: string, instant: Instant): Day {
  let known = zones.get(zone);
  if (!known) {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    zones.set(zone, (known = { format, instant: null, day: null }));
  }
  if (known.instant !== instant) {
    known.day = known.format.format(new Date(instant)) as Day; // en-CA writes YYYY-MM-DD
    known.instant = instant;
  }
  return known.day!;
}

/** How the days of a zone are written, and the newest answer: it is asked for the same moment again and again. */
const zones = new Map<string, { readonly format: Intl.DateTimeFormat; instant: Instant | null; day: Day | null }>();

/** The day `days` later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOfDay(day) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** Days since 1 January 1970, which was a Thursday. */
export function numberOfDay(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
}

/** The day with that number of days since 1 January 1970. */
export function dayOfNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day; // an ISO instant starts with its day
}

/** The day of the week, Monday is 1: 1 January 1970 was a Thursday. */
export const weekdayOf = (day: Day): number => ((((numberOfDay(day) + 3) % 7) + 7) % 7) + 1;

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** Days from Monday to Friday between two days, both counted; 0 when `to` is before `from`. */
export function weekdaysBetween(from: Day, to: Day): number {
  const first = numberOfDay(from);
  const last = numberOfDay(to);
  if (last < first) return 0;
  return weekdaysUpTo(last) - weekdaysUpTo(first - 1);
}

/** Weekdays from Monday 29 December 1969 up to and including the day of that number. */
function weekdaysUpTo(number: number): number {
  const fromMonday = number + 3;
  const weeks = Math.floor(fromMonday / 7);
  return weeks * 5 + Math.min(fromMonday - weeks * 7 + 1, 5);
}

const MS_PER_DAY = 86_400_000;
