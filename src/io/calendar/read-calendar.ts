import { addDays, daysBetween, isDay, type Day } from '../../domain/kernel/day.ts';
import { calendarLines, unescaped, type CalendarLine } from './calendar-lines.ts';
import { yearsOf } from './yearly.ts';

/** Whole days of a calendar, both ends counted. */
export interface CalendarDays {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** What a calendar holds and was not taken: it has no day, it is a matter of hours, or it comes back in a way other than every year. */
export interface NotTaken {
  /** Counted from 1, where it begins in the file. */
  readonly line: number;
  readonly name: string;
  readonly why: 'no-day' | 'hours' | 'repeats' | 'too-long';
}

/** What is read of a calendar. */
export interface ReadCalendar {
  readonly days: readonly CalendarDays[];
  readonly notTaken: readonly NotTaken[];
  /** How many lie outside the time that is looked at. */
  readonly outside: number;
}

/** Longer than any holiday. */
const MOST_DAYS = 366;

/** The whole days of an iCalendar file (RFC 5545) that touch a time, by day; null for what is no such file. */
export function readCalendar(text: string, within: { readonly from: Day; readonly to: Day }): ReadCalendar | null {
  const lines = calendarLines(text);
  if (!lines.some(({ name, value }) => name === 'BEGIN' && value.toUpperCase() === 'VCALENDAR')) return null;
  const read = eventsIn(lines).flatMap((event) => (isCancelled(event) ? [] : [daysOf(event, within)]));
  const found = read.flatMap((one) => ('why' in one ? [] : one));
  const days = found.filter(({ from, to }) => from <= within.to && to >= within.from);
  return {
    days: days.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    notTaken: read.flatMap((one) => ('why' in one ? [one] : [])),
    outside: read.filter((one) => !('why' in one) && !one.some(({ from, to }) => from <= within.to && to >= within.from)).length,
  };
}

/** The lines of each event, those of alarms within it left out. */
function eventsIn(lines: readonly CalendarLine[]): CalendarLine[][] {
  const events: CalendarLine[][] = [];
  const open: string[] = [];
  for (const line of lines) {
    const of = line.value.toUpperCase();
    if (line.name === 'BEGIN') {
      open.push(of);
      if (of === 'VEVENT') events.push([line]);
    } else if (line.name === 'END') open.pop();
    else if (open.at(-1) === 'VEVENT') events.at(-1)!.push(line);
  }
  return events;
}

const valueOf = (event: readonly CalendarLine[], name: string): CalendarLine | undefined => event.find((line) => line.name === name);

const isCancelled = (event: readonly CalendarLine[]): boolean => valueOf(event, 'STATUS')?.value.toUpperCase() === 'CANCELLED';

function daysOf(event: readonly CalendarLine[], within: { readonly from: Day; readonly to: Day }): CalendarDays[] | NotTaken {
  const name = unescaped(valueOf(event, 'SUMMARY')?.value ?? '').slice(0, 200) || 'Holiday';
  const not = (why: NotTaken['why']): NotTaken => ({ line: event[0]!.at, name, why });
  const start = valueOf(event, 'DTSTART');
  const from = start && dayOf(start.value);
  if (!start || from === null || from === undefined) return not('no-day');
  if (start.value.includes('T')) return not('hours');
  const length = lengthOf(event, from);
  if (length === null) return not('no-day');
  if (length > MOST_DAYS) return not('too-long');
  const rule = valueOf(event, 'RRULE');
  const starts = rule ? yearsOf(rule.value, from, within.to) : [from];
  if (starts === null || valueOf(event, 'RDATE')) return not('repeats');
  const left = new Set(event.flatMap((line) => (line.name === 'EXDATE' ? line.value.split(',').map(dayOf) : [])));
  return starts.filter((day) => !left.has(day)).map((day) => ({ name, from: day, to: addDays(day, length - 1) }));
}

/** How many days an event has: DTEND is the day after the last, DURATION may stand instead, and one day is what has neither. */
function lengthOf(event: readonly CalendarLine[], from: Day): number | null {
  const end = valueOf(event, 'DTEND');
  const duration = valueOf(event, 'DURATION');
  if (!end && !duration) return 1;
  const days = end ? lastDayAfter(end.value, from) : durationOf(duration!.value);
  return days === null || days < 0 ? null : Math.max(1, days); // some write the same day twice
}

function lastDayAfter(end: string, from: Day): number | null {
  const day = dayOf(end);
  return day === null ? null : daysBetween(from, day);
}

function durationOf(text: string): number | null {
  const [, weeks, days] = /^P(?:(\d{1,3})W|(\d{1,4})D)$/.exec(text.toUpperCase()) ?? [];
  return weeks === undefined && days === undefined ? null : Number(weeks ?? 0) * 7 + Number(days ?? 0);
}

/** The day of `20261225` or `20261225T000000Z`; null for anything else. */
function dayOf(value: string): Day | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/.exec(value.trim()) ?? [];
  const text = `${year}-${month}-${day}`;
  return isDay(text) ? text : null;
}
