import type { StageFlow } from '../../domain/funnel/flow-on.ts';
import { flowWords } from './stage-words.ts';

/** What flowed through a stage, stronger where it clogs. */
export function FlowLine({ flow, weeks, isClogged }: { flow: StageFlow; weeks: number; isClogged: boolean }) {
  return <p className={isClogged ? 'num text-s font-medium text-ink' : 'num text-s text-ink-2'}>{flowWords(flow, weeks)}</p>;
}
