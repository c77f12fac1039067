import { capacityOf, type Window } from '../capacity/capacity.ts';
import type { View } from '../collections.ts';
import type { Release } from '../release/release.ts';
import { teamsOf } from '../team/team-of.ts';
import type { TeamOnLine } from './line.ts';

/** A team while its rows are being taken. */
export type Filling = { -readonly [F in keyof TeamOnLine]: TeamOnLine[F] };

/** The teams of a release (none named: all of its product), with what each can deliver in a window. */
export function teamsOnLine(view: View, { product, teams }: Release, { workingDays }: Window): Filling[] {
  const named = teamsOf(view, product).filter(({ id }) => teams.length === 0 || teams.includes(id));
  return named.map(({ id, pace }) => ({ team: id, pace, capacity: pace === null ? 0 : capacityOf(pace, workingDays), used: 0, stoppedBy: null }));
}

/** The teams that may take rows, by id: those whose pace somebody has said. */
export const takingTeams = (teams: readonly Filling[]): Map<string, Filling> =>
  new Map(teams.filter(({ pace }) => pace !== null).map((team) => [team.team, team]));
