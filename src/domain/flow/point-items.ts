import { daysBetween, mondayOf, type Day } from '../kernel/day.ts';
import { ages, cycleTimes, finishedOn, startedOn, type CountedGroup } from './flow-figures.ts';
import { flowFrom } from './flow-history.ts';
import type { FlowItems } from './flow-items.ts';
import { flowOf, type FlowState, type ItemFlow } from './item-flows.ts';
import { stoodIn, stoodOf } from './time-in-state.ts';
import { CAME, isCame, LEFT, turnsOf, type Turn } from './turns.ts';

/** One figure of a flow report. */
export type FlowPoint =
  | { readonly of: 'throughput'; readonly week: Day }
  | { readonly of: 'flow'; readonly day: Day; readonly group: CountedGroup }
  /** A state, or `waited` or `worked`. */
  | { readonly of: 'state'; readonly state: string }
  /** What was finished on a day after so many days. */
  | { readonly of: 'cycle'; readonly day: Day; readonly days: number }
  /** What has been under way since a day. */
  | { readonly of: 'age'; readonly since: Day }
  | { readonly of: 'turns'; readonly week: Day; readonly turns: TurnPart };

/** What is counted together: all that came, what left otherwise than done, or one way of coming or leaving. */
export const TURN_PARTS = ['came', 'left', ...CAME, ...LEFT] as const;
export type TurnPart = (typeof TURN_PARTS)[number];

/** An item that a figure is made of. */
export interface PointItem {
  readonly item: string;
  /** When it was finished, came, left, or entered the part of the workflow. */
  readonly on: Day;
  /** How long it took or stood there; null where that is not known, or not asked. */
  readonly days: number | null;
  readonly points: number | null;
  readonly turn: Turn | null;
}

/** The items that a figure is made of: the longest first, or the newest. */
export function pointItems({ day, states: list, items }: FlowItems, point: FlowPoint): PointItem[] {
  const states = new Map<string, FlowState>(list.map(({ id, ...is }) => [id, is]));
  const flows = items.map((item) => flowOf(item, states));
  const points = new Map(items.map((one) => [one.item, one.points]));
  const told = (one: Pick<PointItem, 'item' | 'on'> & Partial<PointItem>): PointItem => ({
    days: null,
    points: points.get(one.item) ?? null,
    turn: null,
    ...one,
  });
  const period = { from: flowFrom(day), states };
  switch (point.of) {
    case 'throughput':
      return flows.flatMap((flow) => finishedIn(flow, point.week).map(told)).toSorted(newestFirst);
    case 'flow':
      return flows.flatMap((flow) => standingAt(flow, point, period.from).map(told)).toSorted((a, b) => (a.on < b.on ? -1 : 1));
    case 'state':
      return stoodIn(stoodOf(flows, period), point.state).map(told);
    case 'cycle':
      return cycleTimes(flows, period.from)
        .filter((one) => one.on === point.day && one.days === point.days)
        .map(told);
    case 'age':
      return ages(flows, day)
        .filter(({ since }) => since === point.since)
        .map(({ item, since, days }) => told({ item, on: since, days }));
    case 'turns':
      return turnsOf(flows, period)
        .filter(({ on, turn }) => mondayOf(on) === point.week && isPartOf(turn, point.turns))
        .map(told)
        .toSorted(newestFirst);
  }
}

/** Whether a way of coming or leaving is counted in a part. */
export const isPartOf = (turn: Turn, part: TurnPart): boolean => turn === part || part === (isCame(turn) ? 'came' : turn === 'done' ? 'done' : 'left');

const newestFirst = (a: PointItem, b: PointItem): number => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0);

function finishedIn(flow: ItemFlow, week: Day): { item: string; on: Day; days: number | null }[] {
  const on = finishedOn(flow);
  if (on === null || mondayOf(on) !== week) return [];
  const start = startedOn(flow.steps);
  return [{ item: flow.item, on, days: start === null ? null : daysBetween(start, on) + 1 }];
}

/** Where an item was at the end of a day, since when, and how many days by then, both counted. */
function standingAt({ item, steps }: ItemFlow, { day, group }: { day: Day; group: CountedGroup }, from: Day): { item: string; on: Day; days: number | null }[] {
  const last = steps.findLast((step) => step.day <= day);
  if (last?.group !== group || (group === 'done' && last.day < from)) return [];
  return [{ item, on: last.day, days: group === 'done' ? null : daysBetween(last.day, day) + 1 }];
}
