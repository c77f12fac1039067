import type { View } from '../../../domain/collections.ts';
import { loadsElsewhere } from '../../../domain/planning/elsewhere.ts';
import type { Unit } from '../../../domain/product/product.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { nameIn } from '../../app/name-in.ts';
import { useLook } from '../../store/hooks.ts';
import { cx } from '../../ui/cx.ts';
import { LoadMeter } from './LoadMeter.tsx';

/** The other teams that the cards need, each with what it has to do in the same days against what it can; nothing where they need none. */
export function OtherTeams({ sprint, unit, after }: { sprint: Sprint; unit: Unit; after: View | null }) {
  const teams = useLook(
    (view) => {
      const name = nameIn(after ?? view);
      return loadsElsewhere(after ?? view, sprint).map((one) => ({ ...one, name: name('team', one.team) }));
    },
    [sprint, after],
  );
  if (teams.length === 0) return null;
  return (
    <ul aria-label="Other teams" className="num flex flex-wrap gap-x-4 gap-y-1 text-s text-ink-2">
      {teams.map(({ team, name, needs, load, capacity }) => {
        const says = capacity === null ? `${load} ${unit}` : `${load} of ${capacity} ${unit}`;
        return (
          <li key={team} className="flex items-center gap-2 whitespace-nowrap">
            <span dir="auto">{name}</span>
            <span className={cx(capacity !== null && load > capacity && 'text-line-ink')}>{says}</span>
            {capacity !== null && <LoadMeter label={`Load of ${name}`} load={load} capacity={capacity} says={says} className="w-12" />}
            <span className="text-ink-3">{`${needs} of it for this sprint`}</span>
          </li>
        );
      })}
    </ul>
  );
}
