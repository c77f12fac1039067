import { useEffect, useMemo, useRef } from 'react';
import { funnelHistory } from '../../domain/funnel/funnel-history.ts';
import { funnelFlowOn, type DayOfMoves } from '../../domain/funnel/flow-on.ts';
import type { FunnelHistory } from '../../domain/funnel/past.ts';
import { funnelChanges, funnelOn } from '../../domain/funnel/funnel-on.ts';
import type { Funnel } from '../../domain/funnel/funnel.ts';
import { addDays, daysBetween, type Day } from '../../domain/kernel/day.ts';
import { useHistoryReading, useRecord } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { HistoryNotLoaded } from '../app/HistoryNotLoaded.tsx';
import { exactDay, shortDay } from '../ui/format-day.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { Bands } from './Bands.tsx';
import { FunnelChanges } from './FunnelChanges.tsx';
import { PastHead } from './PastHead.tsx';
import { cloggedWords, FLOW_OF } from './stage-words.ts';

interface PastFunnelProps {
  readonly product: string;
  readonly funnel: Funnel;
  /** What moved on which day; undefined before it has come. */
  readonly moves: readonly DayOfMoves[] | undefined;
  readonly day: Day;
  readonly onDay: (day: Day | null) => void;
  readonly onOpen: (item: string) => void;
}

/** The funnel as it was on an earlier day, and what has changed since. */
export function PastFunnel(props: PastFunnelProps) {
  const { state, value } = useHistoryReading(funnelHistory, { product: props.product });
  if (state === 'failed')
    return (
      <div className="p-6">
        <HistoryNotLoaded remedy="Check the connection, then choose a day again." />
      </div>
    );
  return value ? <Drawn {...props} history={value} /> : <Skeleton className="m-6 h-65" />;
}

function Drawn({ funnel, moves, day: asked, onDay, onOpen, history }: PastFunnelProps & { history: FunnelHistory }) {
  const isPhone = useIsPhone();
  const { today } = funnel;
  const day = asked < history.from ? history.from : asked > today ? today : asked;
  const then = useMemo(() => funnelOn(history, day), [history, day]);
  const changes = useMemo(() => funnelChanges(history, day, today), [history, day, today]);
  const next = useRecord('release', then.next);
  const flow = useMemo(() => moves && funnelFlowOn(moves, day), [moves, day]);
  const clog = flow?.stages.find(({ stage }) => stage === flow?.clog);
  const heads = then.stages.map((stage, at) => (
    <PastHead
      key={stage.stage}
      stage={stage}
      flow={flow?.stages.find((one) => one.stage === FLOW_OF[stage.stage])}
      weeks={flow?.weeks ?? 1}
      isClogged={clog !== undefined && clog.stage === FLOW_OF[stage.stage]}
      now={funnel.stages[at]!.items.length}
      next={next?.name}
    />
  ));
  return (
    <div className="h-full overflow-auto">
      <DaySlider day={day} from={history.from} today={today} onDay={onDay} />
      {clog && flow && <p className="num px-4 pt-2 font-medium">{cloggedWords(clog, { weeks: flow.weeks, on: shortDay(day, today) })}</p>}
      {isPhone ? (
        <ul aria-label={`Stages on ${exactDay(day)}`} className="grid divide-y divide-edge">
          {heads.map((head) => (
            <li key={head.key} className="px-4 py-3">
              {head}
            </li>
          ))}
        </ul>
      ) : (
        <div className="grid min-w-180 grid-cols-5">
          <Bands counts={then.stages.map(({ items }) => items.length)}>{heads}</Bands>
        </div>
      )}
      <FunnelChanges changes={changes} day={day} today={today} onOpen={onOpen} />
    </div>
  );
}

interface DaySliderProps {
  readonly day: Day;
  readonly from: Day;
  readonly today: Day;
  readonly onDay: (day: Day | null) => void;
}

/** Any day from the first one on, by pointer and by the arrow keys; a week at once with Page Up and Page Down. */
function DaySlider({ day, from, today, onDay }: DaySliderProps) {
  const days = daysBetween(from, today);
  const choose = (at: number) => {
    const within = Math.min(days, Math.max(0, at));
    onDay(within === days ? null : addDays(from, within));
  };
  const at = daysBetween(from, day);
  const slider = useRef<HTMLInputElement>(null);
  // What was pressed to come here is gone: from here the arrow keys go through the days.
  useEffect(() => slider.current?.focus({ preventScroll: true }), []);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-edge px-4 py-2">
      <label className="flex min-w-60 flex-1 items-center gap-3">
        <span className="num w-32 shrink-0 font-medium">{`As it was ${shortDay(day, today)}`}</span>
        <input
          ref={slider}
          type="range"
          aria-label="Day"
          aria-valuetext={exactDay(day)}
          min={0}
          max={days}
          value={at}
          className="min-w-0 flex-1 accent-accent max-tablet:h-touch"
          onChange={(event) => choose(Number(event.target.value))}
          onKeyDown={(event) => {
            const weeks = { PageUp: 1, PageDown: -1 }[event.key];
            if (weeks === undefined) return;
            event.preventDefault();
            choose(at + 7 * weeks);
          }}
        />
      </label>
      <Button onClick={() => onDay(null)}>Back to today</Button>
    </div>
  );
}
