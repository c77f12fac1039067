import type { Day } from '../../domain/kernel/day.ts';

/** Something with the days that it takes; null: none are known. A milestone takes one. */
interface Dated {
  readonly bar: { readonly from: Day; readonly to: Day } | null;
}

export interface Horizon<T> {
  readonly name: 'Now' | 'Next' | 'Later' | 'Past';
  readonly inIt: readonly T[];
}

/** Entries by when they are: now is under way, next begins until `soon`, later is everything after it or without a date. Past ones come last. */
export function horizons<T extends Dated>(entries: readonly T[], { today, soon }: { today: Day; soon: Day }): Horizon<T>[] {
  const of = ({ bar }: T): Horizon<T>['name'] => {
    if (!bar || bar.from > soon) return 'Later';
    if (bar.to < today) return 'Past';
    return bar.from <= today ? 'Now' : 'Next';
  };
  const names: Horizon<T>['name'][] = ['Now', 'Next', 'Later', 'Past'];
  return names.map((name) => ({ name, inIt: entries.filter((entry) => of(entry) === name) })).filter(({ inIt }) => inIt.length > 0);
}
