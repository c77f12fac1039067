import type { Instant } from '../domain/kernel/day.ts';

/** A moment as the log keeps it: ISO 8601 in UTC, so that later is larger. */
export const instantOf = (date: Date): Instant => date.toISOString() as Instant; // the years of a running clock have four digits
