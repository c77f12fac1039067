import { shortDay } from '../ui/format-day.ts';

/** The day of an instant in short, for what has no product whose zone would say more exactly. */
export const dayOfInstant = (instant: string): string => shortDay(localDay(new Date(instant)), localDay(new Date()));

const localDay = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
