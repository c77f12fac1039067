import { useState } from 'react';
import { Plus } from 'lucide-react';
import { CATEGORIES, type Category } from '../../domain/backlog/category.ts';
import { shareDrift, type SharePart } from '../../domain/capacity/share-drift.ts';
import type { Team } from '../../domain/team/team.ts';
import { categoryInText, categoryName } from '../app/category-name.ts';
import { useReading } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { ChoicePopover } from '../ui/ChoicePopover.tsx';
import { NumberChip } from '../ui/NumberChip.tsx';
import { useToldCommand } from '../app/use-told-command.ts';
import { grouped } from '../ui/grouped.ts';
import { useOpener } from '../ui/use-opener.ts';

/** So many per cent more or less are no drift: work comes in whole items. */
const TOLERATED = 5;

/** What the team keeps of its capacity for kinds of work and for what nobody planned, and what its work really was. */
export function TeamShares({ team, canEdit }: { team: Team; canEdit: boolean }) {
  const change = useToldCommand();
  const [asked, setAsked] = useState<readonly Category[]>([]);
  const { parts, weeks, delivered, sprints, unit } = useReading(shareDrift, { team: team.id });
  const listed = new Set(parts.map(({ category }) => category));
  const added = asked.filter((category) => !listed.has(category)).map((category): SharePart => ({ category, kept: 0, spent: delivered === 0 ? null : 0 }));
  const all = [...parts, ...added];
  const free = CATEGORIES.filter((category) => !all.some((part) => part.category === category));
  return (
    <section aria-labelledby={`shares-${team.id}`}>
      <div className="flex flex-wrap items-center gap-2 pb-1">
        <h3 id={`shares-${team.id}`} className="text-s font-medium text-ink-2">
          Kept for
        </h3>
        {canEdit && free.length > 0 && <AddShare team={team} free={free} onAdd={(category) => setAsked([...asked, category])} />}
      </div>
      <ul className="border-t border-edge">
        {all.map((part) => (
          <li key={part.category ?? 'unplanned'} className="flex min-h-8 flex-wrap items-center gap-x-3 border-b border-edge py-0.5">
            <span className="min-w-0 flex-1 truncate">{categoryName(part.category)}</span>
            <NumberChip
              name={`Kept for ${categoryInText(part.category)} by ${team.name}`}
              value={part.kept === 0 ? null : part.kept}
              shown={part.kept === 0 ? 'nothing' : `${part.kept} %`}
              unit="%"
              min={0}
              max={100}
              mayBeNone
              hint="Of the capacity; empty: nothing"
              canEdit={canEdit}
              onChange={(percent) =>
                change(
                  { verb: 'setShare', input: { team: team.id, category: part.category, percent: percent ?? 0 } },
                  `${categoryName(part.category)}: ${percent ?? 0} %`,
                )
              }
            />
            {canEdit && part.category === null && part.spent !== null && part.spent !== part.kept && (
              <Button
                size="s"
                variant="quiet"
                onClick={() =>
                  change({ verb: 'setShare', input: { team: team.id, category: null, percent: part.spent! } }, `${categoryName(null)}: ${part.spent} %`)
                }
              >
                Keep {part.spent} %
              </Button>
            )}
            <span className="num w-40 text-end text-s max-tablet:w-auto whitespace-nowrap text-ink-3">{spentText(part)}</span>
          </li>
        ))}
      </ul>
      <p className="pt-1.5 text-s text-ink-3">
        {delivered === 0 ? `Nothing was delivered in the last ${weeks} weeks.` : `Measured by the ${grouped(delivered)} ${unit} of the last ${weeks} weeks`}
        {delivered > 0 && (sprints === 0 ? '.' : `; unplanned is what was made after a sprint began and done in it, of ${sprints} closed.`)}
      </p>
    </section>
  );
}

function spentText({ kept, spent }: SharePart): string {
  if (spent === null) return 'not measured yet';
  const drift = spent - kept;
  if (kept === 0 || Math.abs(drift) <= TOLERATED) return `was ${spent} %`;
  return `was ${spent} %, ${Math.abs(drift)} ${drift > 0 ? 'over' : 'under'}`;
}

function AddShare({ team, free, onAdd }: { team: Team; free: readonly Category[]; onAdd: (category: Category) => void }) {
  const { opener, layer } = useOpener('listbox');
  return (
    <>
      <Button {...opener} variant="quiet" size="s" icon={<Plus aria-hidden="true" />}>
        Another kind of work
      </Button>
      <ChoicePopover
        {...layer}
        label={`Kind of work that ${team.name} keeps a share for`}
        choices={free.map((category) => ({ id: category, label: categoryName(category) }))}
        chosen={[]}
        onChoose={(category) => onAdd(category as Category)}
      />
    </>
  );
}
