import type { View } from '../collections.ts';
import { sumOf } from '../estimation/sum.ts';
import { partOnLine, type Line, type Lines, type TeamOnLine } from './line.ts';
import { sizeFor } from './needs.ts';
import { isGuessed } from './size.ts';

/** A line as it stands over its release alone: what it takes from no release is not counted. */
export function withOwnRows(view: View, lines: Lines, line: Line): Line {
  const own = line.taken.map((id) => view.get('item', id)).filter(({ release }) => release === line.release);
  const usedBy = (part: TeamOnLine) =>
    sumOf(own, (row) => (partOnLine(line.teams, part.team, row) === part ? sizeFor(view, lines, { row, team: part.team }) : 0));
  return {
    ...line,
    taken: own.map(({ id }) => id),
    teams: line.teams.map((team) => ({ ...team, used: usedBy(team) })),
    guessed: own.filter((row) => isGuessed(view, lines, row)).length,
  };
}
