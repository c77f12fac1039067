import { wholeFor } from '../capacity/parts.ts';
import { sum } from '../estimation/sum.ts';
import { finishingInPieces } from '../forecast/finish.ts';
import type { Finishing } from '../forecast/finishing.ts';
import { TRIALS } from '../forecast/totals.ts';
import { groupsAmong, type Part } from './part.ts';
import type { WorkPlan } from './work-plan.ts';

/** A team with a history that waits for no other: in which order it does its rows follows from the plan, so only how fast it is is drawn. */
export function* alone(plan: WorkPlan, places: readonly number[]): Generator<void, Part> {
  const queues = queuesOf(plan, places);
  const reached = new Map(queues.flatMap((queue) => reachedIn(plan, queue)));
  const order = places.toSorted((a, b) => reached.get(a)! - reached.get(b)!);
  const { outlook } = plan.lanes[plan.rows[places[0]!]!.lane]!;
  const sizes = order.map((place, at) => reached.get(place)! - (reached.get(order[at - 1] ?? -1) ?? 0));
  const finishing = yield* finishingInPieces(outlook!, sizes, TRIALS); // one without is not alone
  const turn = new Map(order.map((place, at) => [place, at]));
  const rows = plan.byRank.filter((place) => turn.has(place));
  const row = rows.map((place) => turn.get(place)!);
  const begun = new Map(queues.flatMap((queue) => startsOf(plan, { ...queue, turn, finishing })));
  let last = -1;
  return {
    finishing,
    rows,
    row,
    upTo: row.map((at) => (last = Math.max(last, at))),
    groups: new Map(Array.from(groupsAmong(plan.groups, rows), ([group, own]) => [group, Math.max(...own.map((index) => row[index]!))])),
    starts: rows.map((place) => begun.get(place)!),
  };
}

interface Queue {
  readonly lane: number;
  readonly order: readonly number[];
}

/** What a team that waits for no other must have delivered in all until each of its rows is finished, by the row's place. */
export const reachedAlone = (plan: Work, places: readonly number[]): Map<number, number> =>
  new Map(queuesOf(plan, places).flatMap((queue) => reachedIn(plan, queue)));

type Work = Pick<WorkPlan, 'lanes' | 'rows'>;

function queuesOf(plan: Work, places: readonly number[]): Queue[] {
  const lanes = new Set(places.map((place) => plan.rows[place]!.lane));
  return Array.from(lanes, (lane) => {
    return {
      lane,
      order: inTurn(
        plan,
        places.filter((place) => plan.rows[place]!.lane === lane),
      ),
    };
  });
}

/** The rows as one lane comes to them: always the first that waits for nothing. */
function inTurn({ rows }: Work, places: readonly number[]): number[] {
  const order: number[] = [];
  const done = new Set<number>();
  const waiting: number[] = [];
  const isReady = (place: number) => rows[place]!.waitsFor!.every((blocker) => done.has(blocker));
  for (const place of places) {
    waiting.push(place);
    for (let at = waiting.findIndex(isReady); at >= 0; at = waiting.findIndex(isReady)) {
      const [next] = waiting.splice(at, 1);
      order.push(next!);
      done.add(next!);
    }
  }
  return order;
}

/** What the team must have delivered in all, in whole amounts as on a line, until each row of a lane is finished. */
function reachedIn({ lanes, rows }: Work, { lane, order }: Queue): [number, number][] {
  let upTo = 0;
  return order.map((place) => [place, wholeFor((upTo = sum(upTo, rows[place]!.size)), lanes[lane]!.percent)]);
}

interface Begun extends Queue {
  readonly turn: ReadonlyMap<number, number>;
  readonly finishing: Finishing;
}

/** A row is begun when there is room for one more under way: at the latest when all before it are finished. */
function startsOf({ lanes, rows }: WorkPlan, { lane, order, turn, finishing }: Begun): [number, number | null][] {
  let underWayAfter = order.filter((place) => rows[place]!.isUnderWay).length;
  return order.map((place, at) => {
    if (rows[place]!.isUnderWay) return (underWayAfter--, [place, 0]);
    const finishedBefore = Math.min(at, at + underWayAfter - lanes[lane]!.slots + 1);
    return [place, finishedBefore <= 0 ? 1 : finishing.dayWith(0.5, turn.get(order[finishedBefore - 1]!)!)];
  });
}
