import type { Item } from '../backlog/item.ts';
import { isInBacklog, rankedRows } from '../backlog/open.ts';
import { isAbove } from '../backlog/is-above.ts';
import { linksTo } from '../dependency/link.ts';
import { sum } from '../estimation/sum.ts';
import { sizeOn, usedAbove, type AskedRow } from './asked-row.ts';
import { moved } from './by-rank.ts';
import type { Way } from './way.ts';

/** So many blockers are asked about. */
const MOST_BLOCKERS = 3;

/** Something that must be finished first comes after it. */
export function* blockLater(asked: AskedRow): Generator<void, Way | null> {
  const { view, lines, item, line, trials } = asked;
  const place = lines.lines.indexOf(line);
  const from = [...view.list(linksTo, item.id)].filter(({ type }) => type === 'blocks').map((link) => link.from);
  const movable = from.filter((id) => lines.takenBy[id] === place && isInBacklog(view, view.get('item', id)) && isAbove(view.get('item', id), item));
  for (const blocker of movable.slice(0, MOST_BLOCKERS)) {
    const way = yield* trials.pushesOut({ code: 'block-later', blocker }, [moved(asked, [blocker], { after: item.id })]);
    if (way) return way;
  }
  return null;
}

/** It goes below the first row under which it does not fit any more. */
export function* moveDown(asked: AskedRow): Generator<void, Way | null> {
  const below = rowToGoBelow(asked);
  if (!below) return null;
  const position = asked.view.placeOf(rankedRows, asked.lines.product, below) + 1;
  const calls = [moved(asked, [asked.item.id], { after: below.id })];
  return yield* asked.trials.pushesOut({ code: 'move-down', position, below: below.id }, calls);
}

function rowToGoBelow(asked: AskedRow): Item | null {
  const { view, item, team, taken } = asked;
  let before = usedAbove(asked);
  for (const row of taken.slice(taken.findIndex(({ id }) => id === item.id) + 1)) {
    before = sum(before, sizeOn(asked, row));
    if (sum(before, asked.size) > team.capacity) return row;
  }
  return team.stoppedBy === null ? null : view.get('item', team.stoppedBy);
}

/** Rows that are looked at below the line. */
const MOST_ROWS = 200;

/** The first row below the line that takes its room when it goes above it. */
export function* overtaken(asked: AskedRow): Generator<void, Way | null> {
  const { view, lines, item, line, team, size } = asked;
  const slack = sum(team.capacity, -sum(usedAbove(asked), size));
  let rows = 0;
  for (const row of view.list(rankedRows, lines.product).from(view.placeOf(rankedRows, lines.product, item) + 1)) {
    const taking = lines.takenBy[row.id];
    if (taking !== undefined && taking <= lines.lines.indexOf(line)) continue;
    if (++rows > MOST_ROWS) return null;
    if (sizeOn(asked, row) <= slack || (row.release !== null && row.release !== line.release)) continue;
    const way = yield* asked.trials.pushesOut({ code: 'overtaken', by: row.id }, [moved(asked, [row.id], { before: item.id })]);
    if (way) return way;
  }
  return null;
}
