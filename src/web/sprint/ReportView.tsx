import { sprintStory, type SprintStory } from '../../domain/sprint/sprint-story.ts';
import type { Sprint } from '../../domain/sprint/sprint.ts';
import { useHistoryReading } from '../store/hooks.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { ItemLine } from './daily/ItemLine.tsx';

const PARTS = [
  { id: 'committed', name: 'Began with', none: 'Nothing was in it at the start.' },
  { id: 'added', name: 'Added later', none: 'Nothing was added.' },
  { id: 'removed', name: 'Taken out', none: 'Nothing was taken out.' },
  { id: 'done', name: 'Done', none: 'Nothing was done.' },
] as const;

/** What became of a sprint that is over: what it began with, what came and went, and what was done. */
export function ReportView({ sprint, onOpen }: { sprint: Sprint; onOpen: (item: string) => void }) {
  const { state, value: story } = useHistoryReading(sprintStory, { sprint: sprint.id });
  if (!story) return state === 'failed' ? <ErrorNotice happened="What became of this sprint could not be read." remedy="Reload the page." /> : null;
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-290 grid-cols-2 items-start gap-x-8 gap-y-6 px-4 py-5 @max-4xl/main:grid-cols-1">
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
                  <ItemLine key={item} item={item} onOpen={onOpen} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}

function itemsOf(story: SprintStory, part: (typeof PARTS)[number]['id']): readonly string[] {
  return part === 'added' || part === 'removed' ? story[part].map(({ item }) => item) : story[part];
}
