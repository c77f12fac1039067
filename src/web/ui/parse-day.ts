export interface ReadDay {
  readonly locale?: string | undefined;
  /** A day without a year is the nearest one to this. */
  readonly near?: string | undefined;
  /** Else it is the first one from here on: today, if nothing is said. */
  readonly from?: string | undefined;
}

/** How people write a day, read into `YYYY-MM-DD`. */
export function parseDay(text: string, today: string, { locale = 'en-GB', near, from = today }: ReadDay = {}): string | null {
  const withYear = (written: Written): string | null =>
    dayOfWritten(written, (found) => (near === undefined ? firstFrom(from, found) : nearestTo(near, found)));
  const words = text.trim().toLocaleLowerCase(locale);
  if (words === 'today') return today;
  if (words === 'tomorrow') return addDays(today, 1);
  const later = /^\+\s?(\d{1,4})\s?([dw]?)$/.exec(words);
  if (later) return addDays(today, Number(later[1]) * (later[2] === 'w' ? 7 : 1));

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})(?:\.\s?(\d{4}|\d{2})?)?$/.exec(words);
  if (dotted) return withYear({ day: Number(dotted[1]), month: Number(dotted[2]), year: dotted[3] });
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(words);
  if (slashed) {
    const [one, two] = [Number(slashed[1]), Number(slashed[2])];
    const [day, month] = isMonthFirst(locale) ? [two, one] : [one, two];
    return withYear({ day, month, year: slashed[3] });
  }
  const named = /^(\d{1,2})\.?\s*(\p{L}+)\.?,?(?:\s+(\d{4}|\d{2}))?$/u.exec(words);
  if (named) return withYear({ day: Number(named[1]), month: monthNamed(named[2] ?? '', locale), year: named[3] });
  const americanNamed = /^(\p{L}+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/u.exec(words);
  if (americanNamed) return withYear({ day: Number(americanNamed[2]), month: monthNamed(americanNamed[1] ?? '', locale), year: americanNamed[3] });
  return null;
}

export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

interface Written {
  readonly day: number;
  readonly month: number;
  readonly year: string | undefined;
}

/** A day with the year that is written, else with the one that is chosen for it. */
function dayOfWritten({ day, month, year }: Written, choose: (dayIn: (year: number) => string | null) => string | null): string | null {
  if (year === undefined) return choose((one) => dayOf(one, month, day));
  return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
}

/** 29 February may be up to eight years away, over a century without a leap day. */
const FARTHEST = Array.from({ length: 9 }, (_, years) => years);
const yearOf = (day: string): number => Number(day.slice(0, 4));

function firstFrom(from: string, dayIn: (year: number) => string | null): string | null {
  const found = FARTHEST.map((years) => dayIn(yearOf(from) + years));
  return found.find((day) => day !== null && day >= from) ?? null;
}

function nearestTo(near: string, dayIn: (year: number) => string | null): string | null {
  const found = FARTHEST.flatMap((years) => [dayIn(yearOf(near) + years), dayIn(yearOf(near) - years)]).filter((day) => day !== null);
  const away = (day: string): number => Math.abs(Date.parse(day) - Date.parse(near));
  return found.reduce<string | null>((best, day) => (best === null || away(day) < away(best) ? day : best), null);
}

/** Null where the calendar has no such day. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** 1 to 12 for a month's name or the start of it (three letters at least), in the locale or in English; else 0. */
function monthNamed(name: string, locale: string): number {
  if (name.length < 3) return 0;
  for (const language of [locale, 'en-GB']) {
    for (let month = 1; month <= 12; month += 1) {
      const date = new Date(Date.UTC(2024, month - 1, 1));
      const full = date.toLocaleString(language, { month: 'long', timeZone: 'UTC' }).toLocaleLowerCase(language);
      const short = date.toLocaleString(language, { month: 'short', timeZone: 'UTC' }).toLocaleLowerCase(language).replace('.', '');
      if (full.startsWith(name) || short === name) return month;
    }
  }
  return 0;
}

function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') > parts.indexOf('day');
}
