import { isBacklogGroup, type StateGroup } from '../backlog/state-group.ts';
import { addDays, mondayOf, type Day } from '../kernel/day.ts';
import type { FlowState, ItemFlow, Stay } from './item-flows.ts';

/** How something comes into the backlog: made, imported or accepted from triage, or open again. */
export const CAME = ['new', 'back'] as const;
/** How something leaves it. */
export const LEFT = ['done', 'declined', 'parked', 'trashed', 'triage'] as const;
export type Turn = (typeof CAME)[number] | (typeof LEFT)[number];

/** An item came into the backlog or left it. */
export interface ItemTurn {
  readonly item: string;
  readonly on: Day;
  readonly turn: Turn;
}

/** What came into the backlog and left it in a week, from its Monday on. */
export interface WeekOfTurns {
  readonly from: Day;
  readonly turns: Readonly<Record<Turn, number>>;
  /** By so many the backlog has grown. */
  readonly net: number;
}

export const isCame = (turn: Turn): boolean => (CAME as readonly Turn[]).includes(turn);

/** What came and what left in the last whole weeks, oldest first, from the first in which anything did. */
export function weeksOfTurns(turns: readonly ItemTurn[], { day, weeks }: { day: Day; weeks: number }): WeekOfTurns[] {
  const thisWeek = mondayOf(day);
  const all = Array.from({ length: weeks }, (_, at) => ({ from: addDays(thisWeek, 7 * (at - weeks)), turns: none(), net: 0 }));
  const byMonday = new Map(all.map((week) => [week.from, week]));
  for (const { on, turn } of turns) {
    const week = byMonday.get(mondayOf(on));
    if (!week) continue;
    week.turns[turn] += 1;
    week.net += isCame(turn) ? 1 : -1;
  }
  const first = all.findIndex((week) => Object.values(week.turns).some((count) => count > 0));
  return first < 0 ? [] : all.slice(first);
}

const none = (): Record<Turn, number> => ({ new: 0, back: 0, done: 0, declined: 0, parked: 0, trashed: 0, triage: 0 });

/** Every time that an item came into the backlog or left it, from a day on. What waits in triage is not in it yet. */
export function turnsOf(flows: readonly ItemFlow[], { from, states }: { from: Day; states: ReadonlyMap<string, FlowState> }): ItemTurn[] {
  return flows.flatMap(({ item, stays }) => {
    const turns: ItemTurn[] = [];
    let isIn = false;
    let wasIn = false;
    for (const stay of stays) {
      const group = 'state' in stay ? states.get(stay.state)!.group : null;
      const comes = isBacklogGroup(group);
      if (comes !== isIn && stay.day >= from) turns.push({ item, on: stay.day, turn: comes ? (wasIn ? 'back' : 'new') : leaving(stay, group) });
      isIn = comes;
      wasIn ||= comes;
    }
    return turns;
  });
}

/** What was made and taken back is told as trashed: both were a mistake. */
function leaving(stay: Stay, group: StateGroup | null): Turn {
  if ('out' in stay) return stay.out === 'parked' ? 'parked' : 'trashed';
  return group === 'triage' ? 'triage' : group === 'done' ? 'done' : 'declined';
}
