import { useMemo, useRef, useState } from 'react';
import { Ellipsis, ListChecks } from 'lucide-react';
import { releaseChecklist } from '../../domain/checklist/checklist.ts';
import { templateOf } from '../../domain/checklist/template.ts';
import type { Release } from '../../domain/release/release.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { nameIn } from '../app/name-in.ts';
import { useCommand, useLook, useMay, useReading } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { placeBeside, placeStepped, type NewPlace } from '../ui/row-order.ts';
import { useRowDrag, type RowPlace } from '../ui/use-row-drag.ts';
import { AddPhase } from './AddPhase.tsx';
import { PhaseSection } from './PhaseSection.tsx';

/** The work for a release that is not code, phase by phase: ticked off, dated from the release's date, given to somebody and moved where it stands. */
export function Checklist({ release }: { release: Release }) {
  const { phases, done, of, late } = useReading(releaseChecklist, { release: release.id });
  const command = useCommand();
  const canPlan = useMay('plan-releases', { in: 'release', id: release.id });
  const [begun, setBegun] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<RowPlace | null>(null);
  const steps = useMemo(() => phases.flatMap(({ name, steps: all }) => all.map(({ id }) => ({ id, group: name }))), [phases]);
  const run = (call: NamedCall, toast?: string) => void command(call, { toast });
  const move = (step: string, place: NewPlace | undefined) =>
    place && run({ verb: 'moveReleaseStep', input: { step, after: place.after, phase: place.group } });
  const end = () => setOver(null);
  useRowDrag(
    list,
    canPlan
      ? {
          canLift: () => true,
          onLift: () => 'Lifted a step',
          onOver: setOver,
          onDrop: (id, place) => {
            end();
            move(id, placeBeside(steps, id, place));
          },
          onCancel: () => {
            end();
            return 'Everything is as it was';
          },
        }
      : undefined,
    undefined,
  );
  if (of === 0 && begun === null) return <NoSteps release={release} canPlan={canPlan} onBegin={setBegun} />;
  const names = phases.map(({ name }) => name);
  // A phase that has no step yet keeps its place, and the focus in it, when it gets its first one.
  const shown = begun === null || names.includes(begun) ? phases : [...phases, { name: begun, steps: [], done: 0 }];
  return (
    <div className="h-full overflow-y-auto">
      <div ref={list} className="mx-auto grid max-w-220 grid-cols-[minmax(0,1fr)] gap-6 p-6 max-tablet:p-4">
        <div className="flex min-h-7 items-center justify-between gap-2">
          <p className="num text-ink-2">
            {done} of {of} done
            {late > 0 && <span className="text-wrong">{` · ${late} overdue`}</span>}
          </p>
          <ChecklistMenu release={release} canPlan={canPlan} />
        </div>
        {shown.map((phase) => (
          <PhaseSection
            key={phase.name}
            release={release}
            phase={phase}
            canPlan={canPlan}
            over={over}
            ends={{ first: steps[0]?.id, last: steps.at(-1)?.id }}
            onMove={(step, by) => move(step, placeStepped(steps, step, by))}
          />
        ))}
        {canPlan && <AddPhase names={names} onAdd={setBegun} />}
      </div>
    </div>
  );
}

/** What a checklist is for, and the two ways to begin one. */
function NoSteps({ release, canPlan, onBegin }: { release: Release; canPlan: boolean; onBegin: (phase: string) => void }) {
  const command = useCommand();
  const template = useLook((view) => templateOf(view, release.product), [release.product]);
  const phases = [...new Set(template.map(({ phase }) => phase))];
  const take = () => command({ verb: 'takeReleaseTemplate', input: { release: release.id } }, { toast: `${template.length} steps for ${release.name}` });
  return (
    <EmptyPlace
      sentence="What has to be done for it besides the code: docs, legal, pricing, training."
      icon={<ListChecks />}
      action={canPlan ? { label: `Start from the template: ${template.length} steps`, run: take } : undefined}
    >
      {canPlan && (
        <>
          <p className="text-ink-3">{phases.join(' · ')}</p>
          <Button variant="quiet" onClick={() => onBegin(FIRST_PHASE)}>
            Write the first step
          </Button>
        </>
      )}
    </EmptyPlace>
  );
}

const FIRST_PHASE = 'Prepare';

function ChecklistMenu({ release, canPlan }: { release: Release; canPlan: boolean }) {
  const command = useCommand();
  const product = useLook((view) => nameIn(view)('product', release.product), [release.product]);
  const mayKeep = useMay('plan-releases', { in: 'product', id: release.product });
  if (!canPlan) return null;
  return (
    <MenuButton
      label="Checklist"
      placement="bottom end"
      entries={[
        {
          id: 'take',
          label: 'Put in what the template has more',
          run: () => command({ verb: 'takeReleaseTemplate', input: { release: release.id } }, { toast: 'What the template has is in the checklist' }),
        },
        {
          id: 'keep',
          label: `Keep it as the template of ${product}`,
          disabledReason: mayKeep ? undefined : 'Who plans all releases of the product says what their template is',
          run: () => command({ verb: 'keepReleaseTemplate', input: { release: release.id } }, { toast: 'Other releases can start from this checklist' }),
        },
      ]}
      trigger={(opener) => <IconButton {...opener} label="What can be done with the checklist" icon={<Ellipsis aria-hidden="true" />} />}
    />
  );
}
