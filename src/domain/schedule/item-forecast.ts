import { z } from 'zod';
import type { Item } from '../backlog/item.ts';
import { hasOpenChild, isInBacklog, isOpen } from '../backlog/open.ts';
import { teamOf } from '../backlog/team-of.ts';
import { readingInPieces, type View } from '../collections.ts';
import { chanceOfAll } from '../cutline/chances.ts';
import { rowsUnder } from '../cutline/above-the-line.ts';
import type { Likely } from '../cutline/likely.ts';
import type { LikelyDay } from '../cutline/release-days.ts';
import { isAnyWaiting } from '../cutline/waiting.ts';
import { likelyFrom, likelyWork } from './likely-work.ts';
import { cutLines } from '../cutline/cut-line.ts';
import type { Line, Lines } from '../cutline/line.ts';
import { ENOUGH_WEEKS } from '../forecast/outlook.ts';
import type { Day } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import type { Schedule } from './schedule.ts';
import { planWork } from './plan-work.ts';
import { scheduled } from './schedule-of.ts';

/** Why nobody can say when an item is finished. */
export type NoForecast =
  /** It is not open, or has no place in the backlog yet. */
  | 'not-in-backlog'
  /** Nobody works on it, or nothing is known of the team's past and pace. */
  | 'no-team'
  | 'no-capacity'
  /** It, or some of it, waits for something of which nobody can say when it is finished. */
  | 'held'
  /** It stands too far down. */
  | 'too-far';

/** When an item is likely finished, and how likely in time for its release. */
export interface ItemForecast {
  readonly item: string;
  /** The release whose date counts: its own, else the one whose line takes it. */
  readonly release: string | null;
  readonly date: Day | null;
  /** The chance that it is finished by that date; where its own release's line does not take it, if that release went on until it is. */
  readonly chance: number | null;
  readonly isUnderWay: boolean;
  readonly start: Day | null;
  /** Empty where nobody can say. */
  readonly days: readonly LikelyDay[];
  /** When everything down to it in the backlog is finished; empty for what has no place there. */
  readonly downTo: readonly LikelyDay[];
  /** Teams with too little history to forecast from, and the pace, per two weeks, that is assumed of them instead. */
  readonly assumed: readonly { readonly team: string; readonly weeks: number; readonly needed: number; readonly pace: number | null }[];
  readonly why: NoForecast | null;
}

/** What of an item's forecast is known from the lines alone. */
export type ItemFacts = Pick<ItemForecast, 'item' | 'release' | 'date'> & {
  /** What is looked up in the schedule: a task is finished with its story. */
  readonly of: string;
  /** The chance by that date, where each team can be asked alone. */
  readonly chance: number | null;
  /** Whether teams wait for each other, so that the chances come from trials. */
  readonly isWaiting: boolean;
  readonly isTaken: boolean;
  readonly team: string | null;
  readonly why: 'not-in-backlog' | null;
};

/** What the forecast of an item begins with. */
export function factsOf(view: View, lines: Lines, item: Item): ItemFacts {
  const story = item.type === 'task' && item.parent !== null ? view.get('item', item.parent) : item;
  const taking = lines.lines[lines.takenBy[story.id] ?? -1];
  const isWaiting = isAnyWaiting(view, lines);
  const line = taking ?? lines.lines.find(({ release }) => release === story.release);
  return {
    item: item.id,
    of: story.id,
    release: line?.release ?? null,
    date: line?.date ?? null,
    chance: !line || isWaiting ? null : chanceAlone(view, lines, { line, item: story }),
    isWaiting,
    isTaken: taking !== undefined,
    team: teamOf(view, story, lines.firstTeam),
    why: isInBacklog(view, story) && isOpen(view, item) ? null : 'not-in-backlog',
  };
}

/** Of a row as the list has it; of a parent that all open rows below it are finished, if all are in the release. */
function chanceAlone(view: View, lines: Lines, { line, item }: { line: Line; item: Item }): number | null {
  if (!hasOpenChild(view, item)) return chanceOfAll(view, lines, { line, rows: [item.id] });
  const rows = [...rowsUnder(view, item)];
  const isWhole = rows.length > 0 && rows.every(({ release }) => release === line.release);
  return isWhole ? chanceOfAll(view, lines, { line, rows: rows.map(({ id }) => id) }) : null;
}

/** What was worked out in trials for a product. */
export interface TriedOut {
  readonly schedule: Schedule;
  /** Null: not worked out yet, or not needed. */
  readonly likely: Likely | null;
}

/** The forecast of an item from the schedule of its product; its chance is the one that all lists show. */
export function forecastFrom({ of, chance: alone, isWaiting, isTaken, team, why, ...facts }: ItemFacts, { schedule, likely }: TriedOut): ItemForecast {
  const expected = why === null ? schedule.of(of) : null;
  const { plan } = schedule;
  const paced = new Map(plan.lanes.filter(({ outlook }) => outlook === null).map((lane) => [lane.team, lane]));
  const assumed = Array.from(paced.values()).filter((lane) => (expected ? expected.paced.includes(lane.team) : lane.team === team));
  const none = { chance: null, isUnderWay: false, start: null, days: [], downTo: [] };
  const told = expected && {
    chance: isWaiting ? inTrials(likely, { of, release: facts.release }) : (alone ?? (isTaken && expected.paced.length > 0 ? schedule.chanceOf(of) : null)),
    isUnderWay: expected.isUnderWay,
    start: expected.start,
    days: expected.days,
    downTo: schedule.downTo(of) ?? [],
  };
  return {
    ...facts,
    ...(told ?? none),
    assumed: why === null ? assumed.map(({ team: id, weeks, pace }) => ({ team: id, weeks, needed: ENOUGH_WEEKS, pace })) : [],
    why: expected ? null : (why ?? whyNot(schedule, { of, team })),
  };
}

function inTrials(likely: Likely | null, { of, release }: Pick<ItemFacts, 'of' | 'release'>): number | null {
  const chance = likely?.items[of];
  return chance?.line === release ? chance!.chance : null;
}

function whyNot({ plan }: Schedule, { of, team }: { of: string; team: string | null }): NoForecast {
  const isPlanned = plan.rows.some(({ id }) => id === of) || plan.groups.some(({ id, rows }) => id === of && rows.length > 0);
  if (!isPlanned) return 'too-far';
  if (team === null) return 'no-team';
  const { outlook, pace } = plan.lanes.find((lane) => lane.team === team) ?? { outlook: null, pace: null };
  return outlook === null && pace === null ? 'no-capacity' : 'held';
}

export const itemForecast = readingInPieces({
  name: 'itemForecast',
  does: 'When an item is likely begun and finished, by which days with 50, 85 and 95 %, how likely by the date of its release, and what is assumed.',
  route: '/items/{item}/forecast',
  input: z.strictObject({ item: ref('item') }),
  needs: (_, { item }) => [{ may: 'see-forecasts', on: { in: 'item', id: item } }],
  *inPieces(view, { item: id }, asking): Generator<void, ItemForecast> {
    const item = view.get('item', id);
    const lines = cutLines(view, item.product, asking);
    const facts = factsOf(view, lines, item);
    const work = facts.isWaiting ? likelyWork(view, lines) : null;
    const schedule = yield* scheduled(planWork(view, lines));
    return forecastFrom(facts, { schedule, likely: work && (yield* likelyFrom(work)) });
  },
});
