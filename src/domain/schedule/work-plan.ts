import type { Part } from '../capacity/parts.ts';
import type { Outlook } from '../forecast/outlook.ts';
import type { Day } from '../kernel/day.ts';

/** A part of a team's capacity with the rows that draw on it: most teams have one. */
export interface Lane extends Part {
  readonly team: string;
  /** Of how many whole weeks it is known what the team delivered. */
  readonly weeks: number;
  /** Null: too little history, so its pace is assumed; without one either, nobody can say when anything of it is finished. */
  readonly outlook: Outlook | null;
  /** The whole team's, per ten working days. */
  readonly pace: number | null;
  /** For each coming week the share of a usual one that the team works; the last one is repeated. */
  readonly ahead: readonly number[];
  /** How many rows are under way in it at once. */
  readonly slots: number;
}

/** A row as it is come to; one that needs several teams stands here once for each. Days are working days from today, the first is 1. */
export interface WorkRow {
  readonly id: string;
  /** The place of its lane; -1: it has none. */
  readonly lane: number;
  readonly size: number;
  readonly isUnderWay: boolean;
  /** The places of the rows that must be finished before; null: something must be of which nobody can say when it is. */
  readonly waitsFor: readonly number[] | null;
  /** The first day on which it may be begun. */
  readonly from: number;
  /** The last day on which it would be in time for the release that it is in, or that takes it; null: there is none. */
  readonly due: number | null;
}

/** Several rows that are finished when the last of them is: what is below an epic or a feature, in a release, or what one item needs of several teams. */
export interface WorkGroup {
  readonly id: string;
  /** The places of its rows; empty where not all of them are in the plan. */
  readonly rows: readonly number[];
  /** As of a row. */
  readonly due: number | null;
}

/** All that a schedule is worked out from, as plain values: it goes to a worker as it is. */
export interface WorkPlan {
  readonly product: string;
  readonly today: Day;
  readonly lanes: readonly Lane[];
  /** In the order in which they are come to. */
  readonly rows: readonly WorkRow[];
  /** The places of the rows in rank order. */
  readonly byRank: readonly number[];
  readonly groups: readonly WorkGroup[];
}
