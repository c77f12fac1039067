import { readNumber } from './number.ts';

/** What the numbers in time columns count. */
export const TIME_UNITS = ['seconds', 'minutes', 'hours', 'milliseconds'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

const PER_HOUR: Readonly<Record<TimeUnit, number>> = { seconds: 3600, minutes: 60, hours: 1, milliseconds: 3_600_000 };

/** A working day has eight hours and a week five days, as time trackers have it unless set otherwise. */
const HOURS: Readonly<Record<string, number>> = { w: 40, d: 8, h: 1, m: 1 / 60, s: 1 / 3600 };

/** The hours in a cell, to the minute: a number of `unit`, `2h 30m`, `1w 2d`, or `2:30`; null when it is none of these. */
export function readHours(cell: string, unit: TimeUnit, isCommaDecimal: boolean): number | null {
  const text = cell
    .trim()
    .replace(/^"\s*|\s*"$/g, '')
    .toLowerCase();
  const number = readNumber(text, { isCommaDecimal });
  if (number !== null) return number < 0 ? null : rounded(number / PER_HOUR[unit]);
  const clock = /^(\d{1,5}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (clock) return rounded(Number(clock[1]) + Number(clock[2]) / 60);
  if (!/^(?:\d+(?:[.,]\d+)?\s*(?:w|d|h|m|s|weeks?|days?|hours?|hrs?|mins?|minutes?|secs?|seconds?)\s*,?\s*)+$/.test(text)) return null;
  let hours = 0;
  for (const [, amount, word] of text.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-z])/g)) hours += Number(amount!.replace(',', '.')) * HOURS[word!]!;
  return rounded(hours);
}

const rounded = (hours: number): number => Math.round(hours * 100) / 100;
