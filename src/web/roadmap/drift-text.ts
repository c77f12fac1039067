import type { Day } from '../../domain/kernel/day.ts';
import type { Drift } from '../../domain/roadmap/roadmap.ts';
import { shortDay } from '../ui/format-day.ts';

/** Where a promise and the plan have come apart, in a few words. */
export function driftText(drift: Drift, today: Day): string {
  switch (drift.code) {
    case 'promised-before-computed':
      return `the plan says ${shortDay(drift.computed, today)}`;
    case 'not-planned':
      return 'the plan has no day for it';
    case 'does-not-fit':
      return drift.rows === 1 ? 'one item does not fit' : `${drift.rows} items do not fit`;
  }
}
