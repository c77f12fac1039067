import type { View } from '../../domain/collections.ts';
import type { Instant } from '../../domain/kernel/day.ts';
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

/** A question to the workspace, as its asker puts it when it likes. */
export interface Question<Plan> {
  readonly get: () => Plan;
  readonly subscribe: (touched: () => void) => () => void;
  readonly touch: (changes: null) => boolean;
}

/** A desk for what is worked out of the workspace that is shown. */
export function deskOf<Plan, Answer>(
  question: Question<Plan>,
  { worked, quietMs }: Pick<Elsewhere<Plan, Answer>, 'worked' | 'quietMs'>,
  report: (error: unknown) => void,
): Desk<Plan, Answer> {
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
