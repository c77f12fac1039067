/** A short day, `12 Mar`; with its year where that is not the year of `today`. */
export function shortDay(day: string, today: string, locale = 'en-GB'): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return format(day, locale, { day: 'numeric', month: 'short', ...year });
}

/** The month of a day, `Mar 2028`. */
export function shortMonth(day: string, locale = 'en-GB'): string {
  return format(day, locale, { month: 'short', year: 'numeric' });
}

/** A day as it was understood: `Tue, 10 Nov 2026`. */
export function toldDay(day: string, locale = 'en-GB'): string {
  return format(day, locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

/** The whole day, for hover and for screen readers: `Friday, 12 March 2027`. */
export function exactDay(day: string, locale = 'en-GB'): string {
  return format(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

function format(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
