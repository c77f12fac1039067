import { isDay, type Day } from '../../domain/kernel/day.ts';

/** The days on which something that comes back on the same date every year does so, up to a day; null for any other rule of repeating. */
export function yearsOf(rule: string, first: Day, until: Day): Day[] | null {
  const parts = new Map(
    rule.split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.toUpperCase().split('=');
      return [name, value];
    }),
  );
  const [year, month, day] = first.split('-').map(Number) as [number, number, number];
  const isOther = [...parts].some(([name, value]) => !(SAME_DATE[name]?.(value, { month, day }) ?? KNOWN.has(name)));
  const every = Number(parts.get('INTERVAL') ?? 1);
  if (parts.get('FREQ') !== 'YEARLY' || isOther || !Number.isInteger(every) || every < 1) return null;
  const count = Number(parts.get('COUNT') ?? Infinity);
  const end =
    parts
      .get('UNTIL')
      ?.slice(0, 8)
      .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') ?? until;
  const days: Day[] = [];
  for (let at = year; at <= Number(until.slice(0, 4)) && days.length < count; at += every) {
    const text = `${String(at).padStart(4, '0')}${first.slice(4)}`;
    if (isDay(text) && text <= until && text <= end) days.push(text); // the 29th of February comes back in leap years only
  }
  return days;
}

const KNOWN: ReadonlySet<string> = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST']);

/** Parts that say the date of the first day once more. */
const SAME_DATE: Readonly<Record<string, (value: string, date: { month: number; day: number }) => boolean>> = {
  BYMONTH: (value, { month }) => Number(value) === month,
  BYMONTHDAY: (value, { day }) => Number(value) === day,
};
