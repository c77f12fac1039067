import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Filter, History } from 'lucide-react';
import { funnelFlow } from '../../domain/funnel/flow.ts';
import { funnel as funnelReading } from '../../domain/funnel/funnel.ts';
import { addDays, isDay, type Day } from '../../domain/kernel/day.ts';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import { Shell } from '../app/Shell.tsx';
import type { At } from '../app/places.ts';
import { productOfKey } from '../app/use-counts.ts';
import { useOpenItem } from '../backlog/use-open-item.ts';
import { itemBeside } from '../backlog/item-beside.tsx';
import { useHistoryReading, useLook, useReading } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { useKeys } from '../ui/use-keys.ts';
import { Bands } from './Bands.tsx';
import { PastFunnel } from './PastFunnel.tsx';
import { clogWords, FLOW_OF } from './stage-words.ts';
import { StageColumn } from './StageColumn.tsx';
import { StageHead } from './StageHead.tsx';

/** The backlogs side by side, so that a clog bulges. */
export function FunnelPage() {
  const { product: key } = useParams({ strict: false }) as At;
  const product = useLook((view) => productOfKey(view, key), [key]);
  return product === undefined ? <NotFoundPage /> : <Loaded product={product} />;
}

function Loaded({ product }: { product: string }) {
  const funnel = useReading(funnelReading, { product });
  const { value: flow } = useHistoryReading(funnelFlow, { product });
  const [day, setDay] = useDay(funnel.today);
  const opened = useOpenItem();
  const isPhone = useIsPhone();
  const lookBack = () => setDay(day === null ? addDays(funnel.today, -7) : null);
  useKeys([{ keys: 'H', description: 'The funnel on earlier days, and back', group: 'Funnel', run: lookBack }]);
  const clog = flow?.stages.find(({ stage }) => stage === flow.clog);
  const flowOf = (stage: keyof typeof FLOW_OF) => flow?.stages.find((one) => one.stage === FLOW_OF[stage]);
  const heads = funnel.stages.map((stage) => (
    <StageHead
      key={stage.stage}
      funnel={funnel}
      stage={stage}
      flow={flowOf(stage.stage)}
      weeks={flow?.weeks ?? 1}
      isClogged={clog !== undefined && clog.stage === FLOW_OF[stage.stage]}
    />
  ));
  return (
    <Shell
      title="Funnel"
      right={
        day === null && (
          <Button keys="H" icon={<History aria-hidden="true" />} onClick={lookBack}>
            Earlier days
          </Button>
        )
      }
      bar={clog && flow && day === null ? <span className="num ms-auto font-medium text-ink">{clogWords(clog, flow.weeks)}</span> : undefined}
      panel={itemBeside(opened)}
    >
      {day !== null ? (
        <PastFunnel product={product} funnel={funnel} moves={flow?.days} day={day} onDay={setDay} onOpen={opened.open} />
      ) : funnel.stages.every(({ items }) => items.length === 0) ? (
        <EmptyPlace icon={<Filter />} sentence="How work flows from what might be built to what is done." />
      ) : isPhone ? (
        <div className="h-full overflow-y-auto">
          <ul aria-label="Stages" className="grid divide-y divide-edge">
            {heads.map((head) => (
              <li key={head.key} className="px-4 py-3">
                {head}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div className="h-full overflow-auto">
          <div className="grid min-w-180 grid-cols-5">
            <Bands counts={funnel.stages.map(({ items }) => items.length)}>{heads}</Bands>
            {funnel.stages.map((stage) => (
              <StageColumn key={stage.stage} product={product} stage={stage} onOpen={opened.open} />
            ))}
          </div>
        </div>
      )}
    </Shell>
  );
}

/** The earlier day that is looked at, as the address says; null: today. */
function useDay(today: Day): [Day | null, (day: Day | null) => void] {
  const { day } = useSearch({ strict: false }) as { day?: unknown };
  const go = useNavigate();
  const set = (next: Day | null) =>
    void go({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, day: next ?? undefined }), replace: true } as never); // the query is checked where it is read
  return [typeof day === 'string' && isDay(day) && day < today ? day : null, set];
}
