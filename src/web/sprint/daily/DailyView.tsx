import { MonitorUp } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { Button } from '../../ui/Button.tsx';
import { Impediments } from './Impediments.tsx';
import { Remaining } from './Remaining.tsx';
import { Since } from './Since.tsx';
import { useDaily } from './use-daily.ts';
import { WhoHasWhat } from './WhoHasWhat.tsx';
import { YesterdaysPlan } from './YesterdaysPlan.tsx';

export interface DailyViewProps {
  readonly sprint: Sprint;
  readonly onOpen: (item: string) => void;
}

/** What the team looks at together each day: what remains, what went on since the last one, what is in the way, and who has what. */
export function DailyView({ sprint, onOpen }: DailyViewProps) {
  const daily = useDaily(sprint);
  const { today, since } = daily.days;
  const go = useNavigate();
  const toWall = () => void go({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, wall: 'on' }) } as never); // the query is checked where it is read
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-290 grid-cols-2 items-start gap-x-8 gap-y-6 px-4 py-5 @max-4xl/main:grid-cols-1">
        <div className="col-span-full flex flex-wrap items-center justify-between gap-3">
          <Remaining daily={daily} />
          <span className="max-tablet:hidden">
            <Button icon={<MonitorUp aria-hidden="true" />} onClick={toWall}>
              On a wall screen
            </Button>
          </span>
        </div>
        <Since news={daily.news} today={today} since={since} onOpen={onOpen} />
        <Impediments sprint={sprint} today={today} />
        <YesterdaysPlan plan={daily.plan} today={today} since={since} onOpen={onOpen} />
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
  const total = (of: typeof cards) => of.reduce((amount, card) => sum(amount, sizeOf(view, sizing, card)), 0);
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
