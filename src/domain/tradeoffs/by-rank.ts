import type { Item } from '../backlog/item.ts';
import { rankedRows } from '../backlog/open.ts';
import { blockerFix } from '../cutline/blocker-fix.ts';
import { isAbove } from '../backlog/is-above.ts';
import { roomOf } from '../cutline/line.ts';
import type { Planned } from '../cutline/ripple.ts';
import { reasonOf } from '../cutline/why.ts';
import type { NamedCall } from '../verbs.ts';
import { isInRunningSprint } from '../cutline/in-sprint.ts';
import { sizeOn, sizesOn, type AskedRow } from './asked-row.ts';
import { blockersBefore } from './blockers-before.ts';
import { least } from './least.ts';
import type { Way } from './way.ts';

/** Steps to free a held row; who needs more is not freed by them. */
const MOST_BLOCKERS = 4;

/** What holds it goes above it, or into its release, one after another until nothing does. */
export function* unblock(asked: AskedRow): Generator<void, Way | null> {
  const calls: NamedCall[] = [];
  const blockers: string[] = [];
  let at: Planned | null = asked;
  while (at && blockers.length < MOST_BLOCKERS) {
    const item = at.view.get('item', asked.item.id);
    const { reason } = reasonOf(at.view, at.lines, item);
    const [fix] = reason.code === 'held' ? blockerFix(at.view, at.lines, { item, by: reason.by, line: asked.line.id }) : [];
    if (reason.code !== 'held' || !fix) return null;
    calls.push(fix.call);
    blockers.push(reason.by);
    at = yield* asked.trials.after(calls);
    if (at && asked.trials.takes(at)) return asked.trials.way({ code: 'unblock', blockers }, calls, at);
  }
  return null;
}

/** It goes to the lowest place from which it is taken, what blocks it before it. */
export function* moveUp(asked: AskedRow): Generator<void, Way | null> {
  const places = placesAbove(asked);
  const wayAt = function* (place: number): Generator<void, Way | null> {
    const above = places[place]!;
    const blockers = blockersBefore(asked, above);
    if (!blockers) return null;
    const movers = [...blockers, asked.item.id];
    const calls = movers.map((id) => moved(asked, [id], { before: above.id }));
    const position = asked.view.placeOf(rankedRows, asked.lines.product, above) + movers.length;
    return yield* asked.trials.bringsIn({ code: 'move-up', position, above: above.id, blockers }, calls);
  };
  const ways = new Map<number, Way | null>();
  // The higher, the sooner it is taken: counted from the lowest place up.
  const last = places.length - 1;
  const found = yield* least({ low: 0, guess: last - lowestFitting(asked, places), high: last }, function* (up) {
    ways.set(up, yield* wayAt(last - up));
    return ways.get(up) !== null;
  });
  return found === null ? null : ways.get(found)!;
}

/** The rows above it before which it could stand: those that its team has on the line, and the one that stopped it. */
function placesAbove({ view, item, team, taken }: AskedRow): Item[] {
  const stopper = team.stoppedBy === null || team.stoppedBy === item.id ? [] : [view.get('item', team.stoppedBy)];
  return [...taken, ...stopper].filter((row) => isAbove(row, item) && !isInRunningSprint(view, row));
}

/** The lowest place with room for it, by the sum alone. */
function lowestFitting(asked: AskedRow, places: readonly Item[]): number {
  let place = places.length - 1;
  while (place > 0 && sizesOn(asked, places.slice(0, place)) + asked.size > asked.team.capacity) place -= 1;
  return place;
}

/** It changes places with a row above the line, or with as few as make room for it. */
export function* swap(asked: AskedRow): Generator<void, Way | null> {
  const others = asked.taken.filter((row) => isAbove(row, asked.item) && !isInRunningSprint(asked.view, row));
  const lacking = asked.size - roomOf(asked.team);
  if (lacking <= 0) return null;
  const sizes = (row: Item) => sizeOn(asked, row);
  // One that is in no release breaks no promise; then the smallest that does, and the lowest of those.
  const single = others.filter((row) => sizes(row) >= lacking);
  single.sort((a, b) => Number(a.release !== null) - Number(b.release !== null) || sizes(a) - sizes(b) || (isAbove(a, b) ? 1 : -1));
  for (const row of single.slice(0, MOST_SWAPS)) {
    const way = yield* swapped(asked, [row]);
    if (way) return way;
  }
  return single.length > 0 ? null : yield* swapped(asked, fewest(asked, { others, lacking }));
}

const MOST_SWAPS = 4;

/** As few rows as free so much: the largest ones, and last the smallest that does. */
function fewest(asked: AskedRow, { others, lacking }: { others: readonly Item[]; lacking: number }): Item[] {
  const bySize = others.toSorted((a, b) => sizeOn(asked, b) - sizeOn(asked, a) || (isAbove(a, b) ? -1 : 1));
  const gone: Item[] = [];
  let left = lacking;
  for (const row of bySize) {
    if (left <= 0) break;
    const last = bySize.findLast((one) => !gone.includes(one) && sizeOn(asked, one) >= left);
    gone.push(last ?? row);
    left -= sizeOn(asked, last ?? row);
  }
  return left > 0 ? [] : gone.sort((a, b) => (isAbove(a, b) ? -1 : 1));
}

/** It stands where the lowest of them stood, and they where it did. */
function* swapped(asked: AskedRow, rows: readonly Item[]): Generator<void, Way | null> {
  const lowest = rows.at(-1);
  if (!lowest) return null;
  const { view, lines, item } = asked;
  const after = view.list(rankedRows, lines.product).at(view.placeOf(rankedRows, lines.product, item) + 1);
  const ids = rows.map(({ id }) => id);
  const calls = [moved(asked, [item.id], { before: lowest.id }), moved(asked, ids, after ? { before: after.id } : { to: 'bottom' })];
  return yield* asked.trials.bringsIn({ code: 'swap', with: ids }, calls);
}

/** A move as a call. */
export const moved = ({ lines }: Planned, items: readonly string[], place: Extract<NamedCall, { verb: 'moveItems' }>['input']['place']): NamedCall => ({
  verb: 'moveItems',
  input: { product: lines.product, items, place },
});
