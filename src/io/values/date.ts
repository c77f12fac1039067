import type { Day } from '../../domain/kernel/day.ts';
import { monthNamed } from './month-name.ts';

/** Which number comes first in dates of numbers only: day, month or year. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a cell says as a date: a day, or why it is none. `undecided` dates could be read in two ways. */
export type ReadDay = { readonly day: Day } | { readonly fault: 'not-understood' | 'does-not-exist' | 'undecided' };

/**
 * The day that a cell names, as it is written there: exports write the exporter's local time, and no zone shifts it. Years of two digits are
 * those after 2000. Dates of numbers only follow `order` unless one number is above 12.
 */
export function readDay(cell: string, order: DateOrder | null): ReadDay {
  const text = cell.trim();
  return isoDay(text) ?? numericDay(text, order) ?? namedDay(text) ?? countedDay(text) ?? { fault: 'not-understood' };
}

/** How a cell writes its date. */
export type DateForm = 'numbers' | 'month-named' | 'year-first' | 'count';

/** How a cell writes its date; null when it is not understood as one. */
export function dateForm(cell: string): DateForm | null {
  const text = cell.trim();
  if (isoDay(text)) return 'year-first';
  if (NUMERIC.test(text)) return 'numbers';
  return namedDay(text) ? 'month-named' : countedDay(text) ? 'count' : null;
}

/** What a cell says of the order of day and month in its file. */
export type OrderEvidence = 'dmy' | 'mdy' | 'either' | 'none';

export function orderEvidence(cell: string): OrderEvidence {
  const numbers = NUMERIC.exec(cell.trim());
  if (!numbers || numbers[2] === '.') return 'none';
  const [first, second] = [Number(numbers[1]), Number(numbers[3])];
  if (first > 12) return second > 12 ? 'none' : 'dmy';
  if (second > 12) return 'mdy';
  return first === second ? 'none' : 'either';
}

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const LETTERS = String.raw`(\p{L}[\p{L}\u0300-\u036f]{2,})\.?`;
const BETWEEN = String.raw`(?:[\s/,.-]|de\s)+`;
const DAY_FIRST = new RegExp(String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|º|er)?${BETWEEN}${LETTERS}${BETWEEN}(\d{4}|\d{2})(?!\d)`, 'u');
const MONTH_FIRST = new RegExp(String.raw`${LETTERS}[\s/-]+(\d{1,2})(?:st|nd|rd|th)?[\s/,-]+(\d{4}|\d{2})(?![\d:])`, 'gu');
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[\s/-]+${LETTERS}[\s/-]+(\d{1,2})(?!\d)`, 'u');

function isoDay(text: string): ReadDay | null {
  const parts = ISO.exec(text);
  return parts && dayOf(Number(parts[1]), Number(parts[3]), Number(parts[4]));
}

function numericDay(text: string, order: DateOrder | null): ReadDay | null {
  const parts = NUMERIC.exec(text);
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  if (order === 'ymd' && parts[4]!.length === 2) return dayOf(2000 + first, second, Number(parts[4]));
  const year = yearOf(parts[4]!);
  const evidence = orderEvidence(text);
  // With dots the day always comes first; where both readings are the same day, nobody needs to decide.
  const decided = parts[2] === '.' || first === second ? 'dmy' : (order ?? (evidence === 'either' ? null : evidence));
  if (decided === null) return { fault: 'undecided' };
  return decided === 'mdy' ? dayOf(year, first, second) : dayOf(year, second, first);
}

/** A date with the month as a word, in any order, with or without the weekday and the time. */
function namedDay(text: string): ReadDay | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return inMonth(yearFirst[2]!, Number(yearFirst[1]), Number(yearFirst[3]));
  const dayFirst = DAY_FIRST.exec(text);
  const found = dayFirst && inMonth(dayFirst[2]!, yearOf(dayFirst[3]!), Number(dayFirst[1]));
  if (found) return found;
  for (const [, month, day, year] of text.matchAll(MONTH_FIRST)) {
    const one = inMonth(month!, yearOf(year!), Number(day));
    if (one) return one;
  }
  return null;
}

/** Milliseconds since 1970, or a spreadsheet's count of days since 1900. */
function countedDay(text: string): ReadDay | null {
  if (/^\d{12,13}$/.test(text)) return { day: new Date(Number(text)).toISOString().slice(0, 10) as Day }; // an ISO instant starts with its day
  if (!/^[2-7]\d{4}(?:\.\d+)?$/.test(text)) return null;
  return { day: new Date((Math.floor(Number(text)) - SERIAL_OF_1970) * 86_400_000).toISOString().slice(0, 10) as Day };
}

const SERIAL_OF_1970 = 25_569;

const yearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

function inMonth(name: string, year: number, day: number): ReadDay | null {
  const month = monthNamed(name);
  return month === null ? null : dayOf(year, month, day);
}

function dayOf(year: number, month: number, day: number): ReadDay {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return { fault: 'does-not-exist' };
  const text = `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
  return { day: text as Day }; // a year of four digits, a month and a day that exist
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
