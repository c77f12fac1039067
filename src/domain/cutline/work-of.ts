import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import { sum } from '../estimation/sum.ts';
import { teamsOf } from '../backlog/team-of.ts';
import { isAbove } from './held-by.ts';
import type { Lines, TeamForecast } from './line.ts';
import { sizeOf } from './size.ts';
import { Walk } from './walk.ts';

/** A row as its team comes to it, with all that the team has delivered from today on once it is finished. */
export interface Reached {
  readonly row: Item;
  readonly upTo: number;
}

/**
 * What a team works off for a line, in rank order: first what the line takes, then, as if its date were later, the rows of its release that
 * do not fit and the unplanned ones between them. A row that is held is passed over. It goes on as long as it is asked.
 */
export function* workOf(view: View, lines: Lines, { line, team, forecast }: { line: number; team: string; forecast: TeamForecast }): Generator<Reached> {
  const { release } = lines.lines[line]!;
  const walk = new Walk(view, lines.product, { releases: [view.get('release', release)], teams: teamsOf(view, lines.product).map(({ id }) => id) });
  const passed = new Set<string>();
  let upTo = forecast.earlier;
  for (const { row } of walk.candidates(release, only(team))) {
    const by = lines.takenBy[row.id];
    if (by !== undefined && by < line) continue;
    if (by !== line && isHeld(view, lines, { row, line, passed })) continue;
    passed.add(row.id);
    upTo = sum(upTo, sizeOf(lines, row));
    yield { row, upTo };
  }
}

/** Whether something that neither an earlier line takes nor comes before it here keeps a row off. */
function isHeld(view: View, { takenBy }: Lines, { row, line, passed }: { row: Item; line: number; passed: ReadonlySet<string> }): boolean {
  const by = unmetBlocker(view, row, (blocker) => {
    const taking = takenBy[blocker.id];
    return passed.has(blocker.id) || (taking !== undefined && (taking < line || (taking === line && isAbove(blocker, row))));
  });
  return by !== null;
}

/** A walk with one team. */
const only = (team: string) => new Map([[team, { team, pace: null, weeks: 0, forecast: null, paceUntil: null, capacity: 0, used: 0, stoppedBy: null }]]);
