import { groupOf } from '../../../domain/backlog/open.ts';
import { isClosedGroup } from '../../../domain/backlog/state-group.ts';
import type { View } from '../../../domain/collections.ts';
import { sizeOf, sizingOf } from '../../../domain/cutline/size.ts';
import { sum } from '../../../domain/estimation/sum.ts';
import { addDays, dayIn, type Day, type Instant } from '../../../domain/kernel/day.ts';
import { cardsOf } from '../../../domain/sprint/cards.ts';
import { sprintStory } from '../../../domain/sprint/sprint-story.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { workingDaysOf } from '../../../domain/team/working-days.ts';
import { useNow } from '../../app/use-now.ts';
import { nameIn } from '../../app/name-in.ts';
import { useHistoryReading, useLook, useShown } from '../../store/hooks.ts';
import { shortDay } from '../../ui/format-day.ts';
import { Impediments } from './Impediments.tsx';
import { ItemLine } from './ItemLine.tsx';
import { WhoHasWhat } from './WhoHasWhat.tsx';

export interface DailyViewProps {
  readonly sprint: Sprint;
  readonly onOpen: (item: string) => void;
}

/** What the team looks at together each day: what went on since the last one, what is in the way, who has what, and what remains. */
export function DailyView({ sprint, onOpen }: DailyViewProps) {
  const now = useNow();
  const { today, since, left, remaining } = useLook((view) => todayIn(view, sprint, now), [sprint, now]);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-290 grid-cols-2 items-start gap-x-8 gap-y-6 px-4 py-5 @max-4xl/main:grid-cols-1">
        <p className="num col-span-full text-l">
          <strong className="font-semibold">
            {remaining.amount} of {remaining.all} {remaining.unit}
          </strong>{' '}
          <span className="text-ink-2">
            remaining, {left} working {left === 1 ? 'day' : 'days'} left
          </span>
        </p>
        <Since sprint={sprint} today={today} since={since} onOpen={onOpen} />
        <Impediments sprint={sprint} today={today} />
        <WhoHasWhat sprint={sprint} onOpen={onOpen} />
      </div>
    </div>
  );
}

/** The team's day, the working day before it, the days that are left with today, and what of the sprint is not finished. */
function todayIn(view: View, sprint: Sprint, now: Instant) {
  const team = view.get('team', sprint.team!); // only one with a team is under way
  const today = dayIn(team.zone, now);
  const since = workingDaysOf(view, team, { from: addDays(today, -28), to: addDays(today, -1) }).at(-1) ?? addDays(today, -1);
  const from = sprint.startOn !== null && sprint.startOn > today ? sprint.startOn : today;
  const left = sprint.endOn === null || sprint.endOn < from ? 0 : workingDaysOf(view, team, { from, to: sprint.endOn }).length;
  const cards = cardsOf(view, sprint.id);
  const sizing = sizingOf(view, sprint.product);
  const total = (of: typeof cards) => of.reduce((amount, card) => sum(amount, sizeOf(sizing, card)), 0);
  return {
    today,
    since,
    left,
    remaining: { unit: sizing.unit, all: total(cards), amount: total(cards.filter((card) => !isClosedGroup(groupOf(view, card)))) },
  };
}

function Since({ sprint, today, since, onOpen }: { sprint: Sprint; today: Day; since: Day; onOpen: (item: string) => void }) {
  const name = nameIn(useShown());
  const story = useHistoryReading(sprintStory, { sprint: sprint.id }).value;
  const isNew = ({ on }: { on: Day }) => on >= since;
  const moved = story?.moved.filter(isNew).toReversed() ?? [];
  const added = story?.added.filter(isNew) ?? [];
  const removed = story?.removed.filter(isNew) ?? [];
  return (
    <section aria-labelledby="daily-since">
      <h2 id="daily-since" className="pb-2 font-semibold">
        Since {shortDay(since, today)}
      </h2>
      {story !== undefined && moved.length + added.length + removed.length === 0 && <p className="text-ink-3">Nothing moved.</p>}
      <ul>
        {moved.map(({ item, to, on }, at) => (
          <ItemLine key={`${item} ${at}`} item={item} onOpen={onOpen} says={`${name('state', to)}${on === today ? ' today' : ''}`} />
        ))}
        {added.map(({ item }) => (
          <ItemLine key={`in ${item}`} item={item} onOpen={onOpen} says="added to the sprint" />
        ))}
        {removed.map(({ item }) => (
          <ItemLine key={`out ${item}`} item={item} onOpen={onOpen} says="taken out" />
        ))}
      </ul>
    </section>
  );
}
