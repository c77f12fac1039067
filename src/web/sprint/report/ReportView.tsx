import { sprintBurndown, type Burndown } from '../../../domain/sprint/burndown.ts';
import { sprintStory, type SprintStory } from '../../../domain/sprint/sprint-story.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { velocity, type Velocity } from '../../../domain/sprint/velocity.ts';
import type { WorkUnit } from '../../../domain/sprint/work.ts';
import { sum } from '../../../domain/estimation/sum.ts';
import { useHistoryReading, useShown } from '../../store/hooks.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { nameIn } from '../../app/name-in.ts';
import { useWorkUnit } from '../burndown/use-work-unit.ts';
import { ItemLine } from '../daily/ItemLine.tsx';
import { RetroActions } from './RetroActions.tsx';
import { SprintNotes } from './SprintNotes.tsx';
import { WasInTheWay } from './WasInTheWay.tsx';

const PARTS = [
  { id: 'committed', name: 'Began with', none: 'Nothing was in it at the start.' },
  { id: 'added', name: 'Added later', none: 'Nothing was added.' },
  { id: 'removed', name: 'Taken out', none: 'Nothing was taken out.' },
  { id: 'done', name: 'Done', none: 'Nothing was done.' },
  { id: 'left', name: 'Not done', none: 'Nothing was left.' },
] as const;

/** What became of a sprint that is over: its figures, its review and retrospective, what it began with, what came and went, and what was done. */
export function ReportView({ sprint, onOpen }: { sprint: Sprint; onOpen: (item: string) => void }) {
  const { state, value: story } = useHistoryReading(sprintStory, { sprint: sprint.id });
  const { value: burndown } = useHistoryReading(sprintBurndown, { sprint: sprint.id });
  const where = useWhereNow();
  if (!story) return state === 'failed' ? <ErrorNotice happened="What became of this sprint could not be read." remedy="Reload the page." /> : null;
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-290 grid-cols-2 items-start gap-x-8 gap-y-6 px-4 py-5 @max-4xl/main:grid-cols-1">
        {burndown && <Came sprint={sprint} burndown={burndown} />}
        <section aria-labelledby="report-review" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
          <h2 id="report-review" className="font-semibold">
            Review
          </h2>
          <SprintNotes sprint={sprint} of="review" />
        </section>
        <section aria-labelledby="report-retrospective" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
          <h2 id="report-retrospective" className="font-semibold">
            Retrospective
          </h2>
          <SprintNotes sprint={sprint} of="retrospective" />
          <RetroActions sprint={sprint} onOpen={onOpen} />
        </section>
        {PARTS.map(({ id, name, none }) => {
          const items = itemsOf(story, id);
          return (
            <section key={id} aria-labelledby={`report-${id}`}>
              <h2 id={`report-${id}`} className="flex items-baseline gap-2 pb-2 font-semibold">
                {name}
                <span className="num font-normal text-ink-2">
                  {items.length} {items.length === 1 ? 'item' : 'items'}, {story.points[id]} {story.points[id] === 1 ? 'point' : 'points'}
                </span>
              </h2>
              {items.length === 0 && <p className="text-ink-3">{none}</p>}
              <ul>
                {items.map((item) => (
                  <ItemLine key={item} item={item} says={id === 'left' ? where(item) : undefined} onOpen={onOpen} />
                ))}
              </ul>
            </section>
          );
        })}
        <WasInTheWay sprint={sprint} />
      </div>
    </div>
  );
}

/** Where an item is planned by now. */
function useWhereNow(): (item: string) => string | undefined {
  const view = useShown();
  return (id) => {
    const item = view.find('item', id);
    if (!item) return undefined;
    const name = nameIn(view);
    return item.sprint !== null
      ? `now in ${name('sprint', item.sprint)}`
      : item.release !== null
        ? `now in ${name('release', item.release)}`
        : 'now in the backlog';
  };
}

/** What was done, in what the sprint is counted in: its velocity, beside that of the last ones. */
function Came({ sprint, burndown: { start, days } }: { sprint: Sprint; burndown: Burndown }) {
  const unit = useWorkUnit(sprint.product);
  const last = days.at(-1);
  if (!last) return null;
  const done = sum(last.scope[unit], -last.left[unit]);
  return (
    <p className="num col-span-full text-l">
      <strong className="font-semibold">
        {done} {inWords(unit, done)} done
      </strong>{' '}
      <span className="text-ink-2">
        of {start.scope[unit]} that it began with{sprint.team !== null && <Beside team={sprint.team} unit={unit} />}
      </span>
    </p>
  );
}

function Beside({ team, unit }: { team: string; unit: WorkUnit }) {
  const { value } = useHistoryReading(velocity, { team });
  return value?.range ? rangeWords(value.range[unit]) : '';
}

const rangeWords = ({ median, least, most, sprints }: NonNullable<Velocity['range']>[WorkUnit]): string =>
  sprints < 2 ? '' : `; the last ${sprints} sprints did ${median} (median), from ${least} to ${most}`;

const inWords = (unit: WorkUnit, amount: number): string => (amount === 1 ? { points: 'point', hours: 'hour', items: 'item' }[unit] : unit);

function itemsOf(story: SprintStory, part: (typeof PARTS)[number]['id']): readonly string[] {
  return part === 'added' || part === 'removed' ? story[part].map(({ item }) => item) : story[part];
}
