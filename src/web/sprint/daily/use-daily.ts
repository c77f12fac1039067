import { unitOf } from '../../../domain/capacity/unit.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import { sprintBurndown, type Burndown } from '../../../domain/sprint/burndown.ts';
import { dailyDays, planSince, type DailyDays, type DayPlan } from '../../../domain/sprint/daily.ts';
import { sprintStory, type SprintStory } from '../../../domain/sprint/sprint-story.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import type { WorkUnit } from '../../../domain/sprint/work.ts';
import { useNow } from '../../app/use-now.ts';
import { useHistoryReading, useLook } from '../../store/hooks.ts';

/** What went on since the last working day. */
export interface News {
  readonly moved: SprintStory['moved'];
  readonly added: SprintStory['added'];
  readonly removed: SprintStory['removed'];
}

export interface Daily {
  readonly days: DailyDays;
  readonly unit: WorkUnit;
  /** Undefined until the server has said. */
  readonly news: News | undefined;
  readonly plan: DayPlan | undefined;
  readonly burndown: Burndown | undefined;
}

/** All that a team looks at together each day, kept up to date. */
export function useDaily(sprint: Sprint): Daily {
  const now = useNow();
  const days = useLook((view) => dailyDays(view, sprint, { team: view.get('team', sprint.team!), now }), [sprint, now]); // only one with a team is under way
  const unit = useLook((view) => unitOf(view, sprint.product), [sprint.product]);
  const story = useHistoryReading(sprintStory, { sprint: sprint.id }).value;
  const burndown = useHistoryReading(sprintBurndown, { sprint: sprint.id }).value;
  const plan = useLook((view) => story && planSince(view, sprint, { story, since: days.since }), [sprint, story, days.since]);
  return { days, unit, news: story && newsOf(story, days.since), plan, burndown };
}

function newsOf({ moved, added, removed }: SprintStory, since: Day): News {
  const isNew = ({ on }: { on: Day }) => on >= since;
  return { moved: moved.filter(isNew).toReversed(), added: added.filter(isNew), removed: removed.filter(isNew) };
}
