import { z } from 'zod';
import type { Item } from '../backlog/item.ts';
import { groupOf } from '../backlog/open.ts';
import { isBegunGroup } from '../backlog/state-group.ts';
import { deliveredByTeam } from '../capacity/rounds.ts';
import { capacityOfTeam, type Amount } from '../capacity/team-capacity.ts';
import { comingRounds } from '../capacity/coming-rounds.ts';
import { reading, type View } from '../collections.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import { addDays, dayIn, type Day } from '../kernel/day.ts';
import type { Unit } from '../product/product.ts';
import { ref } from '../kernel/ref.ts';
import { teamQueue } from './team-queue.ts';

/** How a team in continuous flow stands. */
export interface TeamFlow {
  /** What it is working on, in the order of its queue. */
  readonly begun: readonly string[];
  /** At most so many at a time; null: nobody has said. */
  readonly limit: number | null;
  /** What waits, best first. */
  readonly waiting: readonly string[];
  /**
   * What of that is pulled next, until the limit is reached: the replenishment line stands below the last of them, and the queue is refilled
   * below it. What waits for something else is passed over. Null without a limit: then there is no line.
   */
  readonly next: readonly string[] | null;
}

/** What a team in flow works on, what waits, and where its replenishment line stands. */
export function teamFlow(view: View, id: string): TeamFlow {
  const { wipLimit: limit } = view.get('team', id);
  const { order: waiting, merged } = teamQueue(view, id);
  const begun = merged.order.filter((item) => isBegunGroup(groupOf(view, view.get('item', item))));
  return { begun, limit, waiting, next: limit === null ? null : nextOf(view, waiting, limit - begun.length) };
}

function nextOf(view: View, waiting: readonly string[], room: number): string[] {
  const next: string[] = [];
  for (const item of waiting) {
    if (next.length >= room) break;
    if (unmetBlocker(view, view.get('item', item), () => false) === null) next.push(item);
  }
  return next;
}

/** So many days what is done stays on the board. */
const DONE_FOR_DAYS = 7;
/** Without a limit so much of what waits stands on the board. */
const USUAL_NEXT = 10;

/** What stands on the board of a team in flow: what is pulled next, what is under way, and what was done in the last week, in the order of its queue. */
export function flowCards(view: View, id: string, today: Day): Item[] {
  const { begun, waiting, next } = teamFlow(view, id);
  const done = deliveredByTeam(view, view.get('team', id), addDays(today, 1 - DONE_FOR_DAYS));
  return [...(next ?? waiting.slice(0, USUAL_NEXT)), ...begun].map((item) => view.get('item', item)).concat(done);
}

/** What a team does in a week, as its past or its pace tells it: its throughput, and the worst and the best of it. */
export interface Throughput {
  readonly unit: Unit;
  readonly amount: Amount | null;
}

/** The throughput of the week that a day lies in, holidays and days off taken off. */
export function throughputOf(view: View, id: string, today: Day): Throughput {
  const team = view.get('team', id);
  const [week] = comingRounds({ ...team, works: 'flow' }, today, 1);
  const { unit, amount } = capacityOfTeam(view, id, week!);
  return { unit, amount };
}

export const flow = reading({
  name: 'teamFlow',
  does: 'What a team works on, what waits for it, and what is pulled next up to its limit; and what it does in this week by what it has done in the last ones.',
  route: '/teams/{team}/flow',
  input: z.strictObject({ team: ref('team') }),
  needs: (_, { team }) => [{ may: 'edit-items', on: { in: 'team', id: team } }],
  of: (view, { team }, { now }) => ({ ...teamFlow(view, team), throughput: throughputOf(view, team, dayIn(view.get('team', team).zone, now)) }),
});
