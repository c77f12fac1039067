import { createItems } from '../backlog/create-items.ts';
import { moveItems } from '../backlog/move-items.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { updateItems } from '../backlog/update-items.ts';
import type { Collections, View } from '../collections.ts';
import { cutLines } from '../cutline/cut-line.ts';
import { lineSides, type LineSides } from '../cutline/line-sides.ts';
import type { Lines } from '../cutline/line.ts';
import { ripple, type Planned } from '../cutline/ripple.ts';
import { Draft } from '../kernel/draft.ts';
import { idFrom } from '../kernel/ids.ts';
import type { Asking } from '../kernel/reading.ts';
import type { Verb } from '../kernel/verb.ts';
import type { Workspace } from '../kernel/workspace.ts';
import { putInRelease } from '../release/put-in-release.ts';
import { updateRelease } from '../release/update-release.ts';
import { addHolidays } from '../team/holidays.ts';
import { addTimeOff, removeTimeOff } from '../team/time-off.ts';
import { updateTeam } from '../capacity/update-team.ts';
import type { NamedCall } from '../verbs.ts';
import type { Deed, Way } from './way.ts';

/** How often the lines are worked out anew for one question: so often at most, whatever the backlog. */
const MOST_TRIALS = 48;

/** Tries changes for rows and the line that they have to do with, each on a fork. What it gives is a generator that pauses before and in every recomputation. */
export class Trials {
  readonly #before: Planned;
  readonly #items: readonly string[];
  readonly #line: string;
  /** Of whom nothing is told: it is them that the question is about. */
  readonly #about: readonly string[];
  readonly #asking: Asking;
  #left = MOST_TRIALS;

  constructor(before: Planned, { items, about = items, line, asking }: { items: readonly string[]; about?: readonly string[]; line: string; asking: Asking }) {
    this.#before = before;
    this.#items = items;
    this.#line = line;
    this.#about = about;
    this.#asking = asking;
  }

  /** The plan after some calls; null where a rule forbids one of them, and once enough was tried. */
  *after(calls: readonly NamedCall[]): Generator<void, Planned | null> {
    if (this.#left === 0) return null;
    this.#left -= 1;
    yield;
    const after = forkAfter(this.#before, calls, this.#asking);
    yield;
    return after && { view: after, lines: cutLines(after, this.#before.lines.product, this.#asking) };
  }

  /** The calls as a way, if with them the line, or an earlier one, takes all of the rows. */
  *bringsIn(deed: Deed, calls: readonly NamedCall[]): Generator<void, Way | null> {
    const after = yield* this.after(calls);
    if (!after || !this.takes(after)) return null;
    yield;
    return this.way(deed, calls, after);
  }

  /** The calls as a way, if with them the line does not take all of them any more. */
  *pushesOut(deed: Deed, calls: readonly NamedCall[]): Generator<void, Way | null> {
    const after = yield* this.after(calls);
    if (!after || this.takes(after)) return null;
    yield;
    return this.way(deed, calls, after);
  }

  /** Whether the line, or an earlier one, takes every one of the rows in a plan. */
  takes({ lines: { lines, takenBy } }: Planned): boolean {
    const place = lines.findIndex(({ id }) => id === this.#line);
    return this.#items.every((item) => (takenBy[item] ?? Infinity) <= place);
  }

  /** A plan that was tried, as a way. */
  way(deed: Deed, calls: readonly NamedCall[], after: Planned): Way {
    const sides = lineSides(this.#before.lines, after.lines).map((side) => this.#others(side, after));
    const { crossed } = ripple(this.#before, after);
    return { deed, calls, sides: sides.filter(({ above, below }) => above.length + below.length > 0), crossed };
  }

  /** Who else changes sides at a line: a row that goes to an earlier one does not fall, and one that falls to a later one does not come in. */
  #others({ line, above, below }: LineSides, after: Planned): LineSides {
    const isOther = (id: string) => !this.#about.includes(id) && this.#before.view.find('item', id) !== undefined;
    return {
      line,
      above: above.filter((id) => isOther(id) && !isBefore(this.#before.lines, id, line)),
      below: below.filter((id) => isOther(id) && !isBefore(after.lines, id, line)),
    };
  }
}

/** Whether a line that comes before another takes a row. */
function isBefore({ lines, takenBy }: Lines, row: string, line: string): boolean {
  const taking = takenBy[row];
  return taking !== undefined && taking < lines.findIndex(({ id }) => id === line);
}

/** What some calls would leave, as a fork; null where a rule forbids one of them. */
function forkAfter({ view }: Planned, calls: readonly NamedCall[], { now }: Asking): View | null {
  let isDone = false;
  const after = view.tried((fork) => {
    isDone = doAll(fork, calls, now);
  });
  return isDone ? after : null;
}

function doAll(fork: Workspace<Collections>, calls: readonly NamedCall[], now: Asking['now']): boolean {
  const draft = new Draft(fork, { seq: 0, at: now });
  let ids = 0;
  const context = { actor: null, now, newId: () => idFrom(NO_MUTATION, (ids += 1)), givesNumbers: false, entry: () => undefined };
  for (const call of calls) {
    const verb = TRIED[call.verb]!;
    const input = verb.input.parse(call.input);
    if (verb.blockers && verb.blockers(fork, input, context).length > 0) return false;
    verb.run(draft, input, context);
  }
  return true;
}

/** What ways are made of. */
const TRIED = Object.fromEntries(
  [addHolidays, addTimeOff, createItems, moveItems, putInRelease, removeTimeOff, setTeamEstimate, updateItems, updateRelease, updateTeam].map((verb) => [
    verb.name,
    verb,
  ]),
) as unknown as Readonly<Record<string, Verb<Collections>>>; // each was checked where it is defined

const NO_MUTATION = '00000000-0000-7000-8000-000000000000';
