import { z } from 'zod';
import type { Collections, View } from '../collections.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import { workingDaysOf } from '../team/working-days.ts';
import type { Shift } from './card-pasts.ts';
import { idealLine, type IdealDay } from './ideal-line.ts';
import { aboutSprints, pastGoesBy, pastOfSprint, SPRINT_FACTS, SprintPast, zoneOfSprint } from './sprint-past.ts';
import { isSameWork, less, plus, type Standing, type Work } from './work.ts';

/** How a sprint stood at the end of a day. */
export interface DayOfSprint extends Standing {
  readonly day: Day;
}

/** Something that came into a sprint, left it, or became larger or smaller after its start. */
export interface ChangeOfScope {
  readonly item: string;
  readonly day: Day;
  readonly seq: number;
  /** The member who did it; null: the system. */
  readonly by: string | null;
  readonly kind: 'added' | 'removed' | 'resized';
  /** By how much the scope grew, or, below 0, shrank. */
  readonly more: Work;
}

/** How what is left of a sprint came down, day by day. */
export interface Burndown {
  /** Null: it has not started, and nothing else is told. */
  readonly startedOn: Day | null;
  readonly endedOn: Day | null;
  /** What was in it at the moment of its start. */
  readonly start: Standing;
  /** From the day of its start to the day it ended, or to today. */
  readonly days: readonly DayOfSprint[];
  /** To the last day that was planned, or to today; empty where the team works on none of the days. */
  readonly ideal: readonly IdealDay[];
  /** Newest first. */
  readonly changes: readonly ChangeOfScope[];
}

interface State {
  readonly past: SprintPast;
  /** The team's working days as planned, and the last day. */
  readonly working: readonly Day[];
  readonly endOn: Day | null;
}

export const sprintBurndown: HistoryReading<Collections, { sprint: string }, State, Burndown> = {
  name: 'sprintBurndown',
  does: 'How what is left of a sprint came down, day by day, in points, hours and items: against an even pace over the team’s working days, and with what changed its scope.',
  route: '/sprints/{sprint}/burndown',
  input: z.strictObject({ sprint: ref('sprint') }),
  needs: (_, { sprint }) => [{ may: 'read', on: { in: 'sprint', id: sprint } }],
  follows: [...SPRINT_FACTS, { in: 'sprint', field: 'startOn' }, { in: 'sprint', field: 'endOn' }],
  about: (_, { sprint }) => aboutSprints([sprint]),
  goesBy: (view, { sprint }) => [...pastGoesBy(view, sprint), view.get('sprint', sprint).endOn ?? '', ...plannedDays(view, sprint)],
  start: (view, { sprint }) => ({
    past: new SprintPast(pastOfSprint(view, sprint)),
    working: plannedDays(view, sprint),
    endOn: view.get('sprint', sprint).endOn,
  }),
  step(state, fact) {
    state.past.take(fact);
    return state;
  },
  zone: (view, { sprint }) => zoneOfSprint(view, sprint),
  answer({ past, working, endOn }, day) {
    const { began, ended, atStart: start } = past;
    if (began === null) return { startedOn: null, endedOn: null, start, days: [], ideal: [], changes: [] };
    const last = ended?.day ?? day;
    const until = capped(began.day, endOn !== null && endOn > last ? endOn : last);
    return {
      startedOn: began.day,
      endedOn: ended?.day ?? null,
      start,
      days: daysOf(past, { from: began.day, to: capped(began.day, last) }),
      ideal: idealLine(start.left, { working: working.filter((one) => one >= began.day), from: began.day, to: until }),
      changes: past.later.flatMap(changeOf).toReversed(),
    };
  },
};

/** The longest sprint that is told day by day: a day further ahead is a mistake of somebody's. */
const MOST_DAYS = 400;
const capped = (from: Day, to: Day): Day => (to > addDays(from, MOST_DAYS) ? addDays(from, MOST_DAYS) : to < from ? from : to);

function plannedDays(view: View, id: string): Day[] {
  const { team, startOn, endOn } = view.get('sprint', id);
  const record = team === null ? undefined : view.find('team', team);
  if (!record || startOn === null || endOn === null) return [];
  return workingDaysOf(view, record, { from: startOn, to: capped(startOn, endOn) });
}

function daysOf({ atStart, later }: SprintPast, { from, to }: { from: Day; to: Day }): DayOfSprint[] {
  const days: DayOfSprint[] = [];
  let { scope, left } = atStart;
  const coming = later.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  let at = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    for (; at < coming.length && coming[at]!.day <= day; at++) {
      const { was, is } = coming[at]!;
      scope = plus(scope, less(is.scope, was.scope));
      left = plus(left, less(is.left, was.left));
    }
    days.push({ day, scope, left });
  }
  return days;
}

function changeOf({ item, day, seq, by, was, is }: Shift): ChangeOfScope[] {
  if (isSameWork(was.scope, is.scope)) return [];
  const isNothing = ({ scope: { points, hours, items } }: Standing) => points === 0 && hours === 0 && items === 0;
  const kind = isNothing(was) ? 'added' : isNothing(is) ? 'removed' : 'resized';
  return [{ item, day, seq, by, kind, more: less(is.scope, was.scope) }];
}
