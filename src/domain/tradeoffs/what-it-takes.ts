import type { Item } from '../backlog/item.ts';
import type { Planned } from '../cutline/ripple.ts';
import { reasonOf } from '../cutline/why.ts';
import type { Asking } from '../kernel/reading.ts';
import { askedOfItem } from './asked-of-item.ts';
import { askedRow } from './asked-row.ts';
import { freePerson, morePace } from './by-capacity.ts';
import { firstDay, laterDate } from './by-date.ts';
import { moveUp, swap, unblock } from './by-rank.ts';
import { shrink, split } from './by-size.ts';
import { Trials } from './trials.ts';
import type { DeedCode, Way } from './way.ts';

/** What brings a row above its line: each way was tried on a fork, the cheapest first. It pauses before every recomputation. */
export function* waysIn(plan: Planned, item: Item, asking: Asking): Generator<void, readonly Way[]> {
  const { reason } = reasonOf(plan.view, plan.lines, item);
  if (reason.code === 'no-date') return yield* withDate(plan, { item, release: reason.release, asking });
  if (!BELOW.has(reason.code) || !('line' in reason)) return [];
  const line = plan.lines.lines.find(({ id }) => id === reason.line)!;
  const asked = askedRow(plan, { item, line, ...('team' in reason ? { team: reason.team } : {}), asking });
  if (!asked) return [];
  const ways: Way[] = [];
  for (const way of [unblock, swap, moveUp, split, shrink, freePerson, morePace, laterDate]) {
    const found = yield* way(asked);
    if (found && !ways.some(({ calls }) => isSame(calls, found.calls))) ways.push(found);
  }
  return ways.sort(byPrice);
}

/** Why a row is not above a line, where a change of the plan may bring it there. */
const BELOW: ReadonlySet<string> = new Set(['held', 'full', 'would-fit', 'below', 'no-pace', 'date-passed']);

const isSame = (a: Way['calls'], b: Way['calls']): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Working days that are looked at for a release without a date. */
const MOST_DAYS = 260;

function* withDate(plan: Planned, { item, release, asking }: { item: Item; release: string; asking: Asking }): Generator<void, Way[]> {
  const trials = new Trials(plan, { items: [item.id], line: release, asking });
  const way = yield* firstDay({ lines: plan.lines, release, trials }, { low: 1, guess: 10, high: MOST_DAYS, from: null });
  return way ? [way] : [];
}

/** First what breaks no promise, then what the team can do alone, then what pushes fewest others below a line. */
function byPrice(a: Way, b: Way): number {
  return promisesOf(a) - promisesOf(b) || Number(PEOPLE.has(a.deed.code)) - Number(PEOPLE.has(b.deed.code)) || fallen(a) - fallen(b);
}

/** Another date for a release is one promise that is not kept. */
const promisesOf = ({ deed, crossed }: Way): number => crossed.length + (deed.code === 'later-date' && deed.from !== null ? 1 : 0);
const PEOPLE: ReadonlySet<DeedCode> = new Set(['free-person', 'more-pace']);
const fallen = ({ sides }: Way): number => sides.reduce((all, { below }) => all + below.length, 0);

export const whatItTakes = askedOfItem(waysIn, {
  name: 'whatItTakes',
  does: 'The smallest changes that bring an item above its line, each tried beforehand, the cheapest first; empty where it is above one.',
  route: '/items/{item}/what-it-takes',
});
