import type { Day } from '../../domain/kernel/day.ts';
import type { EntryAnswer } from '../../domain/roadmap/roadmap.ts';

export interface Horizon {
  readonly name: 'Now' | 'Next' | 'Later' | 'Past';
  readonly inIt: readonly EntryAnswer[];
}

/** Entries by when they are: now is under way, next begins until `soon`, later is everything after it or without a date. Past ones come last. */
export function horizons(entries: readonly EntryAnswer[], { today, soon }: { today: Day; soon: Day }): Horizon[] {
  const of = ({ bar }: EntryAnswer): Horizon['name'] => {
    if (!bar || bar.from > soon) return 'Later';
    if (bar.to < today) return 'Past';
    return bar.from <= today ? 'Now' : 'Next';
  };
  const names: Horizon['name'][] = ['Now', 'Next', 'Later', 'Past'];
  return names.map((name) => ({ name, inIt: entries.filter((entry) => of(entry) === name) })).filter(({ inIt }) => inIt.length > 0);
}
