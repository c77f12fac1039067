import { groupOf } from '../backlog/open.ts';
import { isBegunGroup, STATE_GROUPS, type StateGroup } from '../backlog/state-group.ts';
import type { View } from '../collections.ts';
import { addDays, dayIn, type Day, type Instant } from '../kernel/day.ts';
import type { Team } from '../team/team.ts';
import { workingDaysOf } from '../team/working-days.ts';
import { cardsOf } from './cards.ts';
import type { SprintStory } from './sprint-story.ts';
import type { Sprint } from './sprint.ts';

/** The days that a team looks at together each day. */
export interface DailyDays {
  /** The team's day. */
  readonly today: Day;
  /** The working day before it: what has moved since is news. */
  readonly since: Day;
  /** Working days that are left, with today. */
  readonly left: number;
}

/** Today at a team, the working day before, and how many are left of a sprint. */
export function dailyDays(view: View, sprint: Sprint, { team, now }: { team: Team; now: Instant }): DailyDays {
  const today = dayIn(team.zone, now);
  const since = workingDaysOf(view, team, { from: addDays(today, -28), to: addDays(today, -1) }).at(-1) ?? addDays(today, -1);
  const from = sprint.startOn !== null && sprint.startOn > today ? sprint.startOn : today;
  return { today, since, left: sprint.endOn === null || sprint.endOn < from ? 0 : workingDaysOf(view, team, { from, to: sprint.endOn }).length };
}

/** What became of something that was under way: finished, gone on to a later state, still where it was, put back, or no longer in the sprint. */
export type Became = 'finished' | 'went-on' | 'still' | 'put-back' | 'left';

/** What a team was at when the last working day ended, and what it has begun since. */
export interface DayPlan {
  readonly wasUnderWay: readonly { readonly item: string; readonly became: Became }[];
  readonly begun: readonly string[];
}

/** The plan of the last working day against today: what was under way at its end, told from the moves since. */
export function planSince(view: View, sprint: Sprint, { story, since }: { story: Pick<SprintStory, 'moved' | 'added' | 'removed'>; since: Day }): DayPlan {
  const now = cardsOf(view, sprint.id).filter(({ parkedAt }) => parkedAt === null);
  const here = new Set(now.map(({ id }) => id));
  const gone = story.removed.filter(({ item, on }) => on > since && !here.has(item)).map(({ item }) => item);
  const came = new Set(story.added.filter(({ on }) => on > since).map(({ item }) => item));
  const stateThen = (item: string): string | null => {
    const [first] = story.moved.filter((move) => move.item === item && move.on > since);
    return first ? first.from : (view.find('item', item)?.state ?? null);
  };
  const groupThen = (item: string): StateGroup | null => {
    const state = stateThen(item);
    return state === null || came.has(item) ? null : (view.find('state', state)?.group ?? null);
  };
  const was = [...now.map(({ id }) => id), ...gone].filter((item) => isBegunGroup(groupThen(item)));
  return {
    wasUnderWay: was.map((item) => ({ item, became: here.has(item) ? became(view, item, groupThen(item)!) : 'left' })),
    begun: now.filter((card) => isBegunGroup(groupOf(view, card)) && !was.includes(card.id)).map(({ id }) => id),
  };
}

function became(view: View, item: string, then: StateGroup): Became {
  const now = groupOf(view, view.get('item', item));
  if (now === 'done') return 'finished';
  if (now === 'declined') return 'left';
  if (!isBegunGroup(now)) return 'put-back';
  if (now === then) return 'still';
  return STATE_GROUPS.indexOf(now) > STATE_GROUPS.indexOf(then) ? 'went-on' : 'put-back';
}
