import { z } from 'zod';
import { readingInPieces, type View } from '../collections.ts';
import { chanceOfRelease } from '../cutline/chances.ts';
import { cutLines } from '../cutline/cut-line.ts';
import type { Likely } from '../cutline/likely.ts';
import type { Lines } from '../cutline/line.ts';
import { finishingDays, finishingOf, type LikelyDay } from '../cutline/release-days.ts';
import { isAnyWaiting } from '../cutline/waiting.ts';
import type { Day } from '../kernel/day.ts';
import { toEnd } from '../kernel/pausing.ts';
import { ref } from '../kernel/ref.ts';
import { likelyFrom, workToLikely } from './likely-work.ts';
import { lineOrder } from './line-order.ts';
import { planOf } from './plan-work.ts';
import type { Schedule } from './schedule.ts';
import { scheduled } from './schedule-of.ts';
import type { WorkPlan } from './work-plan.ts';

/** When everything open in a release is likely finished, and how likely by its date. */
export interface ReleaseForecast {
  readonly release: string;
  /** With what chance its line may be relied on. */
  readonly confidence: number;
  /** Null: nothing is open in it, it has no date, or of some of it nobody can say. */
  readonly chance: number | null;
  /** Empty where there is no chance to tell. */
  readonly days: readonly LikelyDay[];
  /** Of how many whole weeks it is known what each team delivered. */
  readonly teams: readonly { readonly team: string; readonly weeks: number; readonly isEnough: boolean; readonly paceUntil: Day | null }[];
}

/** What of a release's forecast is known without going through trials. */
export interface ReleaseFacts {
  /** All of it, where no team waits for another. */
  readonly forecast: ReleaseForecast;
  /** Whether one does: then its chance and its days come from trials. */
  readonly isWaiting: boolean;
}

/** What the forecast of a release begins with. */
export function releaseFacts(view: View, lines: Lines, id: string): ReleaseFacts {
  const { confidence } = view.get('release', id);
  const none = { release: id, confidence, chance: null, days: [] };
  const line = lines.lines.find(({ release }) => release === id);
  if (!line) return { forecast: { ...none, teams: [] }, isWaiting: false };
  const teams = line.teams
    .filter(({ keptFor }) => keptFor === null)
    .map(({ team, weeks, forecast, paceUntil }) => ({ team, weeks, isEnough: forecast !== null, paceUntil }));
  const chance = chanceOfRelease(view, lines, line);
  if (chance === null) return { forecast: { ...none, teams }, isWaiting: false };
  if (isAnyWaiting(view, lines)) return { forecast: { ...none, teams }, isWaiting: true };
  return { forecast: { ...none, chance, days: finishingDays(finishingOf(view, lines, { line }).teams, lines.today), teams }, isWaiting: false };
}

/** The plan as the line of a release has it, from which its days follow; null: it has no line. */
export function releasePlan(view: View, lines: Lines, id: string): WorkPlan | null {
  const line = lines.lines.find(({ release }) => release === id);
  return line ? planOf(view, lines, lineOrder(view, lines, { line, days: null }).items) : null;
}

/** What was worked out in trials; null: not yet, or there was no need. */
interface TriedOut {
  readonly likely: Likely | null;
  readonly schedule: Schedule | null;
}

/** The forecast of a release: its chance by its date is its line's, its days are those on which that chance would be had. */
export function releaseForecastFrom({ forecast, isWaiting }: ReleaseFacts, { likely, schedule }: TriedOut): ReleaseForecast {
  if (!isWaiting) return forecast;
  const chance = likely?.releases[forecast.release] ?? null;
  return { ...forecast, chance, days: (chance !== null && schedule?.of(forecast.release)?.days) || [] };
}

/** The forecast of a release at once. */
export const releaseForecastOf = (view: View, lines: Lines, release: string): ReleaseForecast => toEnd(worked(view, lines, release));

function* worked(view: View, lines: Lines, release: string): Generator<void, ReleaseForecast> {
  const facts = releaseFacts(view, lines, release);
  if (!facts.isWaiting) return facts.forecast;
  const work = workToLikely(view, lines);
  const plan = releasePlan(view, lines, release);
  const likely = work && (yield* likelyFrom(work));
  return releaseForecastFrom(facts, { likely, schedule: plan && (yield* scheduled(plan)) });
}

export const releaseForecast = readingInPieces({
  name: 'releaseForecast',
  does: 'How likely everything open in a release is finished by its date, and by which days it is with 50, 85 and 95 %.',
  route: '/releases/{release}/forecast',
  input: z.strictObject({ release: ref('release') }),
  needs: (_, { release }) => [{ may: 'see-forecasts', on: { in: 'release', id: release } }],
  inPieces: (view, { release }, asking) => worked(view, cutLines(view, view.get('release', release).product, asking), release),
});
