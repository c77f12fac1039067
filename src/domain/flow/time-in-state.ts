import type { StateGroup } from '../backlog/state-group.ts';
import { daysBetween, type Day } from '../kernel/day.ts';
import { cycleTimes, percentile } from './flow-figures.ts';
import type { FlowState, ItemFlow } from './item-flows.ts';

/** How long half of some items stood somewhere at most, and 85 %. */
export interface Stood {
  readonly items: number;
  readonly p50: number;
  readonly p85: number;
}

/** How long what was finished stood in a state: of those items that ever were in it. */
export interface TimeInState extends Stood, FlowState {
  readonly state: string;
}

/** How long what was finished stood in each state; all of it waited so long, and was worked on so long. */
export interface TimesInStates {
  /** In the order of the workflow, removed ones last; only those in which anything was. */
  readonly states: readonly TimeInState[];
  readonly waited: Stood;
  readonly worked: Stood;
}

/** All that was finished, beside its states. */
export type Spent = 'waited' | 'worked';

/** An item with the days that it stood somewhere. */
export interface ItemStood {
  readonly item: string;
  readonly on: Day;
  readonly days: number;
}

/** How long what was finished from a day on, and whose start is known, stood in each state; null where nothing was. */
export function timesInStates(flows: readonly ItemFlow[], { from, states }: { from: Day; states: ReadonlyMap<string, FlowState> }): TimesInStates | null {
  const finished = stoodOf(flows, { from, states });
  if (finished.length === 0) return null;
  const told = [...states].map(([state, is]) => ({ state, ...is, stood: stoodIn(finished, state) }));
  return {
    states: told.flatMap(({ stood, ...is }) => (stood.length === 0 ? [] : [{ ...is, ...figureOf(stood) }])),
    waited: figureOf(stoodIn(finished, 'waited')),
    worked: figureOf(stoodIn(finished, 'worked')),
  };
}

/** What was finished, with the days in each state that it was in and those that it waited and was worked on. */
export interface Way {
  readonly item: string;
  readonly on: Day;
  readonly days: ReadonlyMap<string, number>;
}

/** The ways of the items whose cycle time is known. Being done or declined is no part of a way, nor is the time parked or in the trash. */
export function stoodOf(flows: readonly ItemFlow[], { from, states }: { from: Day; states: ReadonlyMap<string, FlowState> }): Way[] {
  const byItem = new Map(flows.map((flow) => [flow.item, flow]));
  return cycleTimes(flows, from).map(({ item, on }) => ({ item, on, days: daysOf(byItem.get(item)!, states) }));
}

/** Those that were in a state, or all that waited or were worked on, the longest first. */
export const stoodIn = (ways: readonly Way[], where: string): ItemStood[] =>
  ways
    .flatMap(({ item, on, days }) => (days.has(where) ? [{ item, on, days: days.get(where)! }] : []))
    .toSorted((a, b) => b.days - a.days || (a.on < b.on ? 1 : -1));

/** A day counts for the state in which the item was at its end; all times that it was in one add up. */
function daysOf({ stays }: ItemFlow, states: ReadonlyMap<string, FlowState>): Map<string, number> {
  const days = new Map<string, number>(['waited', 'worked'].map((spent) => [spent, 0]));
  for (const [at, stay] of stays.slice(0, -1).entries()) {
    if (!('state' in stay)) continue;
    const { group } = states.get(stay.state)!;
    if (group === 'done' || group === 'declined') continue;
    const stood = daysBetween(stay.day, stays[at + 1]!.day);
    const spent = spentIn(group);
    for (const where of spent === null ? [stay.state] : [stay.state, spent]) days.set(where, (days.get(where) ?? 0) + stood);
  }
  return days;
}

/** Waiting is being ready and being in review; before that nobody meant to begin. */
export function spentIn(group: StateGroup): Spent | null {
  if (group === 'in-progress') return 'worked';
  return group === 'ready' || group === 'in-review' ? 'waited' : null;
}

function figureOf(stood: readonly ItemStood[]): Stood {
  const days = stood.map((one) => one.days);
  return { items: stood.length, p50: percentile(days, 0.5)!, p85: percentile(days, 0.85)! };
}
