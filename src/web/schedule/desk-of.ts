import type { View } from '../../domain/collections.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import type { Store } from '../store/store.ts';
import { Desk } from './desk.ts';

/** A new day is noticed within so long. */
const DAY_MS = 5 * 60_000;

/** Something that is worked out of the workspace elsewhere. Its functions must be the same ones each time. */
export interface Elsewhere<Plan, Answer> {
  /** What it is worked out from. */
  readonly planOf: (view: View, about: string, now: Instant) => Plan;
  readonly worked: (plan: Plan) => Promise<Answer>;
  /** So long nothing must have been touched before it is worked out anew. */
  readonly quietMs: number;
}

/** A desk for what is worked out of the workspace that is shown. */
export function deskOf<Plan, Answer>(
  { watches, outside }: Pick<Store, 'watches' | 'outside'>,
  { planOf, worked, quietMs }: Elsewhere<Plan, Answer>,
  { about, report }: { readonly about: string; readonly report: (error: unknown) => void },
): Desk<Plan, Answer> {
  const question = watches.shared(planOf, about, (view) => planOf(view, about, outside.now()));
  const subscribe = (touched: () => void) => {
    const timer = setInterval(() => question.touch(null) && touched(), DAY_MS);
    const leave = question.subscribe(touched);
    return () => (clearInterval(timer), leave());
  };
  const later = (act: () => void) => {
    const timer = setTimeout(act, quietMs);
    return () => clearTimeout(timer);
  };
  return new Desk({ get: question.get, subscribe }, { worked, later, report });
}
