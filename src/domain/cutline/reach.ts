import type { Item } from '../backlog/item.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import { windowOf } from '../capacity/capacity.ts';
import type { View } from '../collections.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import { blocksAcross } from '../dependency/blocks-across.ts';
import { Outlooks } from '../forecast/outlook-of.ts';
import { dayIn, type Day } from '../kernel/day.ts';
import type { Asking } from '../kernel/reading.ts';
import { USUAL_CONFIDENCE } from '../release/release.ts';
import { cutLines } from './cut-line.ts';
import { heldBy, type Taken } from './held-by.ts';
import { rowsInSprints } from './in-sprint.ts';
import { lastAbove, partKey, partOnLine, type Lines, type TeamOnLine } from './line.ts';
import { MergedRows } from './merged-rows.ts';
import { isGuessed, sizingOf, type Sizing } from './size.ts';
import { SprintWork } from './sprint-work.ts';
import { Taking, wantsOf } from './taking.ts';
import { teamsOnLine, type Filling } from './teams-on-line.ts';
import { rowsByPart } from './walk.ts';

/** What the date lines of a product are worked out from; of its releases' lines only what other products have done by when. */
export type Ground = Sizing & Pick<Lines, 'product' | 'today' | 'elsewhere'>;

/** Lines are worked out for it only where something of the product waits for another one. */
export function groundOf(view: View, product: string, asking: Asking): Ground {
  if (view.list(blocksAcross, product).length > 0) return cutLines(view, product, asking);
  return { product, today: dayIn(view.get('product', product).zone, asking.now), elsewhere: {}, ...sizingOf(view, product) };
}

/** How far down the backlog the teams get by a day. Ids, days and figures only, as a line. */
export interface Reach {
  readonly on: Day;
  readonly teams: readonly TeamOnLine[];
  /** The rows that it takes, in the order in which it does: what is in a running sprint first, then best first. */
  readonly taken: readonly string[];
  /** The last row that it takes for its rank; null: none. */
  readonly after: string | null;
  /** How many of the taken rows count by a guess. */
  readonly guessed: number;
}

/**
 * How far the backlog is done by each of these days, counted from the top and from today, whatever release a row is in: as a line falls, with 85 %, for
 * each day by itself. All days go down the rank together, so that a row and what it waits for are looked at once. What has passed is left out.
 */
export function reaches(view: View, ground: Ground, days: readonly Day[]): Reach[] {
  const ahead = [...new Set(days)].filter((on) => on >= ground.today).sort();
  if (ahead.length === 0) return [];
  const all = reachingOn(view, ground, ahead);
  for (const row of rowsInSprints(view, ground.product)) offer(view, ground, { row, all, isFirst: true });
  const teams = teamsOf(view, ground.product).map(({ id }) => id);
  const rows = new MergedRows(rowsByPart(view, ground.product, teams).map(({ part, rows: of }) => ({ part, rows: of[Symbol.iterator]() })));
  const asked = { has: (part: string) => all.some(({ taking }) => taking.parts.has(part)) };
  for (let best = rows.best(asked); best; best = rows.best(asked)) {
    offer(view, ground, { row: best.row, all, isFirst: false });
    rows.advance();
  }
  return all.map(({ on, teams: of, taking: { taken }, by: { first } }) => ({
    on,
    teams: of,
    taken: taken.map(({ id }) => id),
    after: lastAbove(view, { teams: of, taken, first, lines: ground }),
    guessed: taken.filter((row) => isGuessed(view, ground, row)).length,
  }));
}

/** A day's line while it takes rows. */
interface Reaching {
  readonly on: Day;
  readonly teams: readonly Filling[];
  readonly taking: Taking;
  readonly by: { readonly takenBy: Record<string, number>; readonly first: Record<string, true> } & Taken;
}

function reachingOn(view: View, ground: Ground, days: readonly Day[]): Reaching[] {
  const { product, today, unit, firstTeam, elsewhere } = ground;
  const outlooks = new Outlooks(view, { product, firstTeam }, { today, unit });
  const sprints = new SprintWork(view, ground, []); // a date line can take all that is in one: nothing is taken off
  return days.map((on) => {
    const window = windowOf({ today, previous: null, date: on });
    const line = { id: on, product, teams: [], dueOn: on, confidence: USUAL_CONFIDENCE };
    const teams = teamsOnLine(view, line, { window, today, earlier: [], outlooks, sprints, takenBy: {} });
    const taking = new Taking(view, { teams, confidence: USUAL_CONFIDENCE, sizing: ground, outlooks });
    return { on, teams, taking, by: { takenBy: {}, first: {}, elsewhere } };
  });
}

/** Offers a row to the line of every day whose part of its team's capacity may take more. All have the same parts. */
function offer(view: View, ground: Ground, { row, all, isFirst }: { row: Item; all: readonly Reaching[]; isFirst: boolean }): void {
  const own = partOnLine(all[0]!.teams, teamOf(view, row, ground.firstTeam), row);
  if (!own) return;
  const key = partKey(own);
  const wants = wantsOf(view, ground, { row, own: own.team });
  const waits = unmetBlocker(view, row, () => false) !== null;
  for (const { on, taking, by } of all) {
    const part = taking.parts.get(key);
    if (!part || by.takenBy[row.id] !== undefined) continue;
    if ((waits && heldBy(view, by, { row, line: 0, date: on }) !== null) || !taking.take(row, part, wants)) continue;
    by.takenBy[row.id] = 0;
    if (isFirst) by.first[row.id] = true;
  }
}
