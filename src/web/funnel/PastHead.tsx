import type { Stage } from '../../domain/funnel/funnel.ts';
import type { StageFlow } from '../../domain/funnel/flow-on.ts';
import { FlowLine } from './FlowLine.tsx';
import { ageWords, pointsWords, STAGE_NAMES } from './stage-words.ts';
import { grouped } from '../ui/grouped.ts';

interface PastHeadProps {
  readonly stage: Stage;
  readonly flow: StageFlow | undefined;
  readonly weeks: number;
  readonly isClogged: boolean;
  readonly now: number;
  readonly next: string | undefined;
}

/** The figures of a stage on an earlier day, what had flowed through it in the weeks up to then, and how many stand there now. */
export function PastHead({ stage, flow, weeks, isClogged, now, next }: PastHeadProps) {
  const count = stage.items.length;
  return (
    <section aria-label={STAGE_NAMES[stage.stage]} className="grid min-w-0 justify-items-start gap-0.5 px-4 max-tablet:px-0">
      <h2 className="font-semibold">{STAGE_NAMES[stage.stage]}</h2>
      <p className="num text-figure leading-8 font-semibold">{grouped(count)}</p>
      {count > 0 && (
        <p className="num text-s text-ink-2">
          {pointsWords(stage)}
          <br />
          {ageWords(stage)}
        </p>
      )}
      {stage.stage === 'next' && next !== undefined && (
        <p className="max-w-full truncate text-s text-ink-2" dir="auto">
          {next}
        </p>
      )}
      {flow && <FlowLine flow={flow} weeks={weeks} isClogged={isClogged} />}
      <p className="num text-s font-medium text-ink">{now === count ? 'as many today' : `${grouped(now)} today`}</p>
    </section>
  );
}
