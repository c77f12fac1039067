import { impedimentsOf } from '../../domain/sprint/impediment.ts';
import type { Sprint } from '../../domain/sprint/sprint.ts';
import { useLook } from '../store/hooks.ts';

/** What is in the way of the team when its sprint closes: it goes on to the next one. Nothing where there is none. */
export function StillInTheWay({ sprint }: { sprint: Sprint }) {
  const open = useLook(
    (view) => (sprint.team === null ? [] : Array.from(view.list(impedimentsOf, sprint.team)).filter(({ resolvedOn }) => resolvedOn === null)),
    [sprint.team],
  );
  if (open.length === 0) return null;
  return (
    <section aria-label="Still in the way" className="pb-3 text-ink-2">
      <p>{open.length === 1 ? 'One thing is still in the way, and stays so:' : `${open.length} things are still in the way, and stay so:`}</p>
      <ul className="list-disc ps-5">
        {open.map(({ id, title }) => (
          <li key={id} dir="auto" className="wrap-anywhere text-ink">
            {title}
          </li>
        ))}
      </ul>
    </section>
  );
}
