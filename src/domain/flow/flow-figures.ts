import { isBegunGroup, type StateGroup } from '../backlog/state-group.ts';
import { sum } from '../estimation/sum.ts';
import { addDays, daysBetween, mondayOf, numberOfDay, type Day } from '../kernel/day.ts';
import type { FlowStep, ItemFlow } from './item-flows.ts';

/** What was finished in a week, from its Monday on. */
export interface WeekOfFlow {
  readonly from: Day;
  readonly items: number;
  readonly points: number;
}

/** How long an item took: the day it was started and the day it was finished, both counted. */
export interface Finished {
  readonly item: string;
  readonly on: Day;
  readonly days: number;
}

/** How long an item has been under way. */
export interface UnderWay {
  readonly item: string;
  readonly since: Day;
  readonly days: number;
  readonly group: StateGroup;
}

/** How many items were in each group of states at the end of a day; of what is done, what was finished within the days shown. */
export interface DayOfFlow {
  readonly day: Day;
  readonly items: Readonly<Record<CountedGroup, number>>;
}

export const COUNTED_GROUPS = ['backlog', 'ready', 'in-progress', 'in-review', 'done'] as const satisfies readonly StateGroup[];
export type CountedGroup = (typeof COUNTED_GROUPS)[number];

/** The day on which an item was finished last, where it is finished; what came to be finished, when nobody knows, has none. */
export function finishedOn({ steps }: ItemFlow): Day | null {
  if (steps.at(-1)?.group !== 'done') return null;
  // What was in the trash or parked meanwhile was finished when it was finished.
  const there = steps.filter(({ group }) => group !== null);
  const before = there.findLastIndex(({ group }) => group !== 'done');
  return before < 0 ? null : there[before + 1]!.day;
}

/** The day on which work on it began: the first one since it was open, or open again. */
export function startedOn(steps: readonly FlowStep[]): Day | null {
  const there = steps.filter(({ group }) => group !== null);
  const turns = there.filter(({ group }, at) => group !== there[at - 1]?.group); // what was in the trash or parked meanwhile is where it was
  const over = turns.slice(0, -1).findLastIndex(({ group }) => group === 'done' || group === 'declined');
  return turns.slice(over + 1).find(({ group }) => isBegunGroup(group))?.day ?? null;
}

/** What was finished in the last whole weeks, oldest first, from the first in which anything was. */
export function throughput(flows: readonly ItemFlow[], { day, weeks }: { day: Day; weeks: number }): WeekOfFlow[] {
  const thisWeek = mondayOf(day);
  const all = Array.from({ length: weeks }, (_, at) => ({ from: addDays(thisWeek, 7 * (at - weeks)), items: 0, points: 0 }));
  for (const flow of flows) {
    const on = finishedOn(flow);
    const week = on === null ? undefined : all.find(({ from }) => mondayOf(on) === from);
    if (!week) continue;
    week.items += 1;
    week.points = sum(week.points, flow.points ?? 0);
  }
  const first = all.findIndex(({ items }) => items > 0);
  return first < 0 ? [] : all.slice(first);
}

/** How long each item took that was finished from a day on and whose start is known, oldest first. */
export function cycleTimes(flows: readonly ItemFlow[], from: Day): Finished[] {
  const finished = flows.flatMap((flow) => {
    const on = finishedOn(flow);
    const start = startedOn(flow.steps);
    return on !== null && start !== null && on >= from ? [{ item: flow.item, on, days: daysBetween(start, on) + 1 }] : [];
  });
  return finished.toSorted((a, b) => numberOfDay(a.on) - numberOfDay(b.on));
}

/** What is under way, the oldest first. */
export function ages(flows: readonly ItemFlow[], day: Day): UnderWay[] {
  const under = flows.flatMap(({ item, steps }) => {
    const group = steps.at(-1)?.group ?? null;
    const since = startedOn(steps);
    return group !== null && isBegunGroup(group) && since !== null ? [{ item, since, group, days: Math.max(1, daysBetween(since, day) + 1) }] : [];
  });
  return under.toSorted((a, b) => b.days - a.days);
}

/** Items by group of states at the end of each day. */
export function cumulativeFlow(flows: readonly ItemFlow[], { from, to }: { from: Day; to: Day }): DayOfFlow[] {
  const length = daysBetween(from, to) + 1;
  const days = Array.from({ length }, (_, at) => ({ day: addDays(from, at), items: Object.fromEntries(COUNTED_GROUPS.map((group) => [group, 0])) }));
  for (const { steps } of flows)
    for (const [at, { day, group }] of steps.entries()) {
      if (!isCounted(group) || (group === 'done' && day < from)) continue;
      const until = steps[at + 1]?.day;
      const last = until === undefined ? length : Math.min(length, daysBetween(from, until));
      for (let n = Math.max(0, daysBetween(from, day)); n < last; n++) days[n]!.items[group]! += 1;
    }
  return days as DayOfFlow[];
}

const isCounted = (group: StateGroup | null): group is CountedGroup => group !== null && (COUNTED_GROUPS as readonly StateGroup[]).includes(group);

/** The smallest of the numbers that so large a share of them does not exceed (nearest rank); null of none. */
export function percentile(numbers: readonly number[], share: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
