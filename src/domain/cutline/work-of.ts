import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import { sum } from '../estimation/sum.ts';
import { teamsOf } from '../backlog/team-of.ts';
import { isAbove } from './held-by.ts';
import { partKey, type Lines, type TeamForecast, type TeamOnLine } from './line.ts';
import { sizeOf } from './size.ts';
import { Walk } from './walk.ts';

/** A row as its team comes to it, with all that has been delivered from today on of the part of its capacity that the row draws on once it is finished. */
export interface Reached {
  readonly row: Item;
  readonly upTo: number;
}

/** A part of a team's capacity that has a forecast. */
export type Forecast = TeamOnLine & { readonly forecast: TeamForecast };

export const hasForecast = (part: TeamOnLine): part is Forecast => part.forecast !== null;

/**
 * What a team works off for a line, of the rows that draw on one part of its capacity, in rank order: first what the line takes, then, as if its date were later, the rows of its release that
 * do not fit and the unplanned ones between them. A row that is held is passed over. It goes on as long as it is asked.
 */
export function* workOf(view: View, lines: Lines, { line, part }: { line: number; part: Forecast }): Generator<Reached> {
  const { release } = lines.lines[line]!;
  const walk = new Walk(view, lines.product, { releases: [view.get('release', release)], teams: teamsOf(view, lines.product).map(({ id }) => id) });
  const passed = new Set<string>();
  let upTo = part.forecast.earlier;
  for (const { row } of walk.candidates(release, new Map([[partKey(part), part]]))) {
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
