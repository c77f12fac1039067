import { ArrowRight, Check } from 'lucide-react';
import { FIRST_STEPS, firstSteps, type FirstStep } from '../../domain/first/first-steps.ts';
import { useMayHere } from '../app/use-may-here.ts';
import { useCommand, useLook } from '../store/hooks.ts';
import { cx } from '../ui/cx.ts';
import { useRoadmapPrinted } from './roadmap-printed.ts';
import { grouped } from '../ui/grouped.ts';

const NAMES: Readonly<Record<FirstStep, string>> = { backlog: 'Backlog in', line: 'Draw the line', show: 'Show someone' };
const HOW: Readonly<Record<FirstStep, string>> = {
  backlog: 'An import, or ten items',
  line: 'Say how much and by when, on the line in the list',
  show: 'Invite somebody, or print the roadmap',
};

/** The three steps of a new product, until they are done or dismissed; for those who can do them. */
export function FirstSteps({ product }: { product: string }) {
  const mayHere = useMayHere();
  const isRoadmapPrinted = useRoadmapPrinted();
  const steps = useLook((view) => firstSteps(view, { product, isRoadmapPrinted }), [product, isRoadmapPrinted]);
  const command = useCommand();
  if (steps.isOver || !mayHere('plan-releases')) return null;
  const next = FIRST_STEPS.find((step) => !steps.done[step]);
  return (
    <section aria-label="First steps" data-no-print className="mx-4 my-2.5 flex min-h-9 items-center gap-2 rounded-panel bg-sunken px-3 py-1.5 text-s">
      <ol className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
        {FIRST_STEPS.map((step, at) => (
          <li key={step} aria-current={step === next ? 'step' : undefined} className="flex items-center gap-2">
            {at > 0 && <ArrowRight aria-hidden="true" className="size-3 text-ink-3 rtl:rotate-180" />}
            <Tick isDone={steps.done[step]} />
            <span className={cx(step === next ? 'font-semibold text-ink' : steps.done[step] ? 'text-ink' : 'text-ink-2')}>{NAMES[step]}</span>
            {steps.done[step] && <span className="sr-only">, done</span>}
            {step === 'backlog' && steps.items > 0 && <span className="num text-ink-2">{grouped(steps.items)} items</span>}
            {step === next && <span className="text-ink-2 max-desk:hidden">{HOW[step]}</span>}
          </li>
        ))}
      </ol>
      <button
        type="button"
        onClick={() => command({ verb: 'updateWorkspace', input: { stepsHidden: true } }, { toast: 'First steps hidden' })}
        className="hit relative rounded-small px-1 text-ink-2 hover:text-ink hover:underline"
      >
        Hide
      </button>
    </section>
  );
}

function Tick({ isDone }: { isDone: boolean }) {
  if (!isDone) return <span aria-hidden="true" className="size-3.5 shrink-0 rounded-full border-[1.5px] border-control-edge" />;
  return (
    <span aria-hidden="true" className="grid size-3.5 shrink-0 place-items-center rounded-full bg-done text-surface">
      <Check className="size-2.5 stroke-3" />
    </span>
  );
}
