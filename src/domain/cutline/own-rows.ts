import type { View } from '../collections.ts';
import { sum } from '../estimation/sum.ts';
import { teamOf } from '../backlog/team-of.ts';
import type { Line, Lines } from './line.ts';
import { isGuessed, sizeOf } from './size.ts';

/** A line as it stands over its release alone: what it takes from no release is not counted. */
export function withOwnRows(view: View, lines: Lines, line: Line): Line {
  const own = line.taken.map((id) => view.get('item', id)).filter(({ release }) => release === line.release);
  const usedBy = (team: string) => own.filter((row) => teamOf(view, row, lines.firstTeam) === team).reduce((used, row) => sum(used, sizeOf(lines, row)), 0);
  return {
    ...line,
    taken: own.map(({ id }) => id),
    teams: line.teams.map((team) => ({ ...team, used: usedBy(team.team) })),
    guessed: own.filter((row) => isGuessed(lines, row)).length,
  };
}
