import type { StageFlow } from '../../domain/funnel/flow-on.ts';
import type { Funnel, Stage } from '../../domain/funnel/funnel.ts';
import { useRecord } from '../store/hooks.ts';
import { FlowLine } from './FlowLine.tsx';
import { ageWords, overWords, pointsWords, STAGE_NAMES } from './stage-words.ts';
import { grouped } from '../ui/grouped.ts';

interface StageHeadProps {
  readonly funnel: Funnel;
  readonly stage: Stage;
  readonly flow: StageFlow | undefined;
  readonly weeks: number;
  readonly isClogged: boolean;
}

/** The figures of a stage: how many, how much, how old, and what flows through it. */
export function StageHead({ funnel, stage, flow, weeks, isClogged }: StageHeadProps) {
  const next = useRecord('release', funnel.next);
  const over = stage.stage === 'unplanned' ? overWords(funnel) : null;
  return (
    <section aria-label={STAGE_NAMES[stage.stage]} className="grid min-w-0 justify-items-start gap-0.5 px-4 max-tablet:px-0">
      <h2 className="font-semibold">{STAGE_NAMES[stage.stage]}</h2>
      <p className="num text-figure leading-8 font-semibold">{grouped(stage.items.length)}</p>
      {stage.items.length > 0 && (
        <p className="num text-s text-ink-2">
          {pointsWords(stage)}
          <br />
          {ageWords(stage)}
        </p>
      )}
      {stage.stage === 'next' && next && (
        <p className="max-w-full truncate text-s text-ink-2" dir="auto">
          {next.name}
        </p>
      )}
      {flow && <FlowLine flow={flow} weeks={weeks} isClogged={isClogged} />}
      {over !== null && <p className="num rounded-small bg-line-soft px-1.5 text-s text-line-ink">{over}</p>}
    </section>
  );
}
