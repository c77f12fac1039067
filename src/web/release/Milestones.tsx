import { useState } from 'react';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { milestonesOfRelease, type Milestone } from '../../domain/release/milestone.ts';
import type { Release } from '../../domain/release/release.ts';
import { useToday } from '../item/use-today.ts';
import { useCommand, useLook, useMay } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { exactDay, shortDay } from '../ui/format-day.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { KIND_NAMES } from './milestone-kinds.ts';
import { MilestoneForm } from './MilestoneForm.tsx';
import { MilestoneMark } from './MilestoneMark.tsx';

/** The days that stand fast around a release. */
export function Milestones({ release }: { release: Release }) {
  const command = useCommand();
  const milestones = useLook((view) => [...view.list(milestonesOfRelease, release.id)], [release.id]);
  const canPlan = useMay('plan-releases', { in: 'release', id: release.id });
  const [editing, setEditing] = useState<string | null>(null);
  const close = () => setEditing(null);
  return (
    <section aria-label="Milestones" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-semibold">Milestones</h2>
        {canPlan && editing !== NEW && (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setEditing(NEW)}>
            Milestone
          </Button>
        )}
      </div>
      {milestones.length === 0 && editing !== NEW && <p className="text-ink-2">Days that stand fast: a fair, a freeze, a launch.</p>}
      {editing === NEW && (
        <MilestoneForm
          release={release}
          onDone={close}
          onSave={(values) => ({ verb: 'createMilestone', input: { product: release.product, release: release.id, ...values } })}
        />
      )}
      {milestones.length > 0 && (
        <ul className="divide-y divide-edge overflow-hidden rounded-panel border border-edge">
          {milestones.map((milestone) => (
            <li key={milestone.id} className="px-3 py-1.5">
              {editing === milestone.id ? (
                <MilestoneForm
                  release={release}
                  milestone={milestone}
                  onDone={close}
                  onSave={(values) => ({ verb: 'updateMilestone', input: { milestone: milestone.id, ...values } })}
                />
              ) : (
                <MilestoneLine
                  milestone={milestone}
                  canPlan={canPlan}
                  onEdit={() => setEditing(milestone.id)}
                  onRemove={() => command({ verb: 'removeMilestone', input: { milestone: milestone.id } }, { toast: `${milestone.name} taken away` })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const NEW = 'new';

interface LineProps {
  readonly milestone: Milestone;
  readonly canPlan: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function MilestoneLine({ milestone: { product, name, on, kind }, canPlan, onEdit, onRemove }: LineProps) {
  const today = useToday(product);
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      <MilestoneMark kind={kind} />
      <span className="min-w-0 flex-1 truncate" dir="auto" title={name}>
        {name}
      </span>
      <span className="shrink-0 text-s text-ink-2 max-tablet:hidden">{KIND_NAMES[kind]}</span>
      <span className="num shrink-0 text-s" title={exactDay(on)}>
        {shortDay(on, today)}
      </span>
      {canPlan && (
        <>
          <IconButton label={`Change ${name}`} icon={<Pencil aria-hidden="true" />} onClick={onEdit} />
          <IconButton label={`Remove ${name}`} icon={<Trash2 aria-hidden="true" />} onClick={onRemove} />
        </>
      )}
    </div>
  );
}
