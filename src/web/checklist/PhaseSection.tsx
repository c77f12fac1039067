import type { Phase, StepToDo } from '../../domain/checklist/checklist.ts';
import type { Release } from '../../domain/release/release.ts';
import { AddLines } from '../backlog/AddLines.tsx';
import { useToday } from '../item/use-today.ts';
import { useCommand, useMay } from '../store/hooks.ts';
import { CheckLine } from '../ui/CheckLine.tsx';
import { InlineText } from '../ui/InlineText.tsx';
import { nameProblem } from '../ui/name-problem.ts';
import type { RowPlace } from '../ui/use-row-drag.ts';
import { StepFacts } from './StepFacts.tsx';

const LONGEST = 500;

interface PhaseSectionProps {
  readonly release: Release;
  readonly phase: Phase;
  readonly canPlan: boolean;
  /** Where a lifted step would go. */
  readonly over: RowPlace | null;
  /** The first and the last step of the whole checklist. */
  readonly ends: { readonly first?: string | undefined; readonly last?: string | undefined };
  readonly onMove: (step: string, by: 1 | -1) => void;
}

/** A phase with its steps, and the place where the next one is written. */
export function PhaseSection({ release, phase: { name, steps, done }, canPlan, over, ends, onMove }: PhaseSectionProps) {
  const command = useCommand();
  const rename = (next: string) =>
    void command({ verb: 'renameReleasePhase', input: { release: release.id, phase: name, name: next } }, { toast: `${name} is called ${next}` });
  const add = (texts: readonly string[]) =>
    void command(
      { verb: 'addReleaseSteps', input: { release: release.id, phase: name, texts: [...texts] } },
      texts.length > 1 ? { toast: `Added ${texts.length} steps` } : {},
    );
  return (
    <section aria-label={name} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
      <h2 className="flex items-baseline justify-between gap-2 border-b border-edge pb-1 font-semibold">
        <InlineText
          value={name}
          label="Phase"
          isReadOnly={!canPlan || steps.length === 0}
          onSave={rename}
          problemOf={(text) => nameProblem(text, { of: 'A phase', most: 60 })}
        />
        {steps.length > 0 && (
          <span className="num text-s font-normal text-ink-2">
            {done} of {steps.length}
          </span>
        )}
      </h2>
      <div role="list" className="grid">
        {steps.map((step) => (
          <StepLine
            key={step.id}
            release={release}
            step={step}
            canPlan={canPlan}
            edge={over?.row === step.id ? over.edge : null}
            isFirst={step.id === ends.first}
            isLast={step.id === ends.last}
            onMove={(by) => onMove(step.id, by)}
          />
        ))}
      </div>
      {canPlan && <AddLines label={`Add a step to ${name}`} longest={LONGEST} autoFocus={steps.length === 0} onAdd={add} />}
    </section>
  );
}

interface StepLineProps {
  readonly release: Release;
  readonly step: StepToDo;
  readonly canPlan: boolean;
  readonly edge: 'above' | 'below' | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
}

function StepLine({ release, step, canPlan, ...line }: StepLineProps) {
  const command = useCommand();
  const today = useToday(release.product);
  const canTick = useMay('edit-items', { in: 'product', id: release.product });
  const change = (values: { text?: string; person?: string | null; days?: number | null }) =>
    void command({ verb: 'updateReleaseStep', input: { step: step.id, ...values } });
  return (
    <CheckLine
      {...line}
      id={step.id}
      text={step.text}
      done={step.done}
      noun="Step"
      longest={LONGEST}
      canEdit={canPlan}
      canTick={canTick}
      facts={
        <StepFacts
          step={step}
          date={release.dueOn}
          today={today}
          canEdit={canPlan}
          onDays={(days) => change({ days })}
          onPerson={(person) => change({ person })}
        />
      }
      onTick={(done) => void command({ verb: 'tickReleaseStep', input: { step: step.id, done } })}
      onWrite={(text) => change({ text })}
      onRemove={() => void command({ verb: 'removeReleaseStep', input: { step: step.id } }, { toast: 'Removed the step' })}
    />
  );
}
