import type { Item } from '../backlog/item.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import { amountOfPart, partsOf } from '../capacity/parts.ts';
import type { View } from '../collections.ts';
import { needsOfOthers } from '../cutline/needs.ts';
import { sum, sumOf } from '../estimation/sum.ts';
import type { Sprint } from '../sprint/sprint.ts';
import { neededByOthers, needsInSprint, sprintsMeanwhile } from './other-teams.ts';
import { loadOf, sprintAmount } from './sprint-load.ts';

/** What the cards of a sprint need of another team, and what that team has in the same days. */
export interface LoadElsewhere {
  readonly team: string;
  /** By the cards of this sprint. */
  readonly needs: number;
  /** All that the team has to do in these days: in its own sprint, and for the sprints of other teams. */
  readonly load: number;
  /** Null while nobody has said what it does. */
  readonly capacity: number | null;
}

/** The other teams that a sprint's cards need, each with its load against its capacity in the same days, whether it has a sprint of its own then or not. */
export function loadsElsewhere(view: View, sprint: Sprint): LoadElsewhere[] {
  const all = needsInSprint(view, sprint);
  return [...new Set(all.map(({ team }) => team))].map((team) => ({
    team,
    needs: sumOf(all, (need) => (need.team === team ? need.size : 0)),
    ...loadOfTeam(view, sprint, team),
  }));
}

/** Whether a row’s other teams have room for it in the days of a sprint; asked of one row after the other, each that is taken takes its room. */
export function takesElsewhere(view: View, sprint: Sprint, unit: 'points' | 'items'): (row: Item) => boolean {
  const rooms = new Map<string, number>();
  const roomOf = (team: string): number => {
    const { load, capacity } = loadOfTeam(view, sprint, team);
    return capacity === null ? Infinity : sum(capacity, -load);
  };
  return (row) => {
    const own = teamOf(view, row, teamsOf(view, row.product)[0]?.id ?? null);
    const needs = own === null ? [] : needsOfOthers(view, { unit }, { row, own });
    for (const { team } of needs) if (!rooms.has(team)) rooms.set(team, roomOf(team));
    if (needs.some(({ team, size }) => size > rooms.get(team)!)) return false;
    for (const { team, size } of needs) rooms.set(team, sum(rooms.get(team)!, -size));
    return true;
  };
}

/** What a team has to do in the days of another team's sprint, and what it can do: in its own sprint then, or in these days where it has none. */
function loadOfTeam(view: View, sprint: Sprint, team: string): Pick<LoadElsewhere, 'load' | 'capacity'> {
  const own = sprintsMeanwhile(view, sprint).find((other) => other.team === team);
  const days = own ?? { ...sprint, id: '', team };
  const amount = sprintAmount(view, days);
  return {
    load: sum(
      own ? loadOf(view, own).load : 0,
      sumOf(neededByOthers(view, days), ({ size }) => size),
    ),
    capacity: amount === null ? null : sumOf(partsOf(view, team), ({ percent }) => amountOfPart(amount.byDays, percent)),
  };
}
