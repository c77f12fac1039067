/** How people write a day, read into `YYYY-MM-DD`. A day without a year is the next one from today on. */
export function parseDay(text: string, today: string, locale = 'en-GB'): string | null {
  const words = text.trim().toLocaleLowerCase(locale);
  if (words === 'today') return today;
  if (words === 'tomorrow') return addDays(today, 1);
  const later = /^\+\s?(\d{1,4})\s?([dw]?)$/.exec(words);
  if (later) return addDays(today, Number(later[1]) * (later[2] === 'w' ? 7 : 1));

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})(?:\.\s?(\d{4}|\d{2})?)?$/.exec(words);
  if (dotted) return withYear({ day: Number(dotted[1]), month: Number(dotted[2]), year: dotted[3] }, today);
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(words);
  if (slashed) {
    const [one, two] = [Number(slashed[1]), Number(slashed[2])];
    const [day, month] = isMonthFirst(locale) ? [two, one] : [one, two];
    return withYear({ day, month, year: slashed[3] }, today);
  }
  const named = /^(\d{1,2})\.?\s*(\p{L}+)\.?,?(?:\s+(\d{4}|\d{2}))?$/u.exec(words);
  if (named) return withYear({ day: Number(named[1]), month: monthNamed(named[2] ?? '', locale), year: named[3] }, today);
  const americanNamed = /^(\p{L}+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/u.exec(words);
  if (americanNamed) return withYear({ day: Number(americanNamed[2]), month: monthNamed(americanNamed[1] ?? '', locale), year: americanNamed[3] }, today);
  return null;
}

export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

function withYear({ day, month, year }: { day: number; month: number; year: string | undefined }, today: string): string | null {
  if (year !== undefined) return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  // 29 February may be up to eight years away, over a century without a leap day.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const found = dayOf(thisYear + ahead, month, day);
    if (found !== null && found >= today) return found;
  }
  return null;
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
