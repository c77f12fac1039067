import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Milestone, Printer } from 'lucide-react';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import { Shell } from '../app/Shell.tsx';
import { places, type At } from '../app/places.ts';
import { productOfKey } from '../app/use-counts.ts';
import { useNotePrinting } from '../first/roadmap-printed.ts';
import { useLook, useMe } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { useKeys } from '../ui/use-keys.ts';
import { NowNextLater } from './NowNextLater.tsx';
import { Timeline } from './Timeline.tsx';
import { useRoadmap } from './use-roadmap.ts';
import type { Step } from './time-scale.ts';

/** Where this is going, for the people who ask. */
export function RoadmapPage() {
  const { product: key } = useParams({ strict: false }) as At;
  const product = useLook((view) => productOfKey(view, key), [key]);
  return product === undefined ? <NotFoundPage /> : <Roadmap product={product} />;
}

function Roadmap({ product }: { product: string }) {
  const at = useParams({ strict: false }) as At;
  const { scale } = useSearch({ strict: false }) as { scale?: string };
  const step: Step = scale === 'month' ? 'month' : 'quarter';
  const go = useNavigate();
  const { may } = useMe();
  const isPhone = useIsPhone();
  const { today, entries, likelyOf } = useRoadmap(product);
  const drifting = useMemo(() => entries.filter(({ drift }) => drift !== null).length, [entries]);
  const [onlyDrift, setOnlyDrift] = useState(false);
  const shown = onlyDrift && drifting > 0 ? entries.filter(({ drift }) => drift !== null) : entries;
  const print = () => window.print();
  useNotePrinting(true);
  useKeys([{ keys: 'Shift+P', description: 'Print the roadmap', group: 'Roadmap', run: print }]);
  const open = (entry: { kind: 'release' | 'epic'; id: string; key: string }) =>
    void go({ to: entry.kind === 'release' ? places.release(at, entry.id) : places.item(at, entry.key) });
  return (
    <Shell
      title="Roadmap"
      right={
        <>
          {drifting > 0 && (
            <Button size="s" aria-pressed={onlyDrift} className="border-transparent! bg-line-soft! text-line-ink!" onClick={() => setOnlyDrift(!onlyDrift)}>
              {drifting} drift from the plan
            </Button>
          )}
          <Button icon={<Printer aria-hidden="true" />} className="max-tablet:hidden" onClick={print}>
            Print
          </Button>
        </>
      }
      bar={
        isPhone ? undefined : (
          <span className="ms-auto">
            <Segmented
              label="Scale"
              options={[
                { id: 'month', label: 'Month' },
                { id: 'quarter', label: 'Quarter' },
              ]}
              value={step}
              onChange={(value) =>
                void go({ to: '.', search: (now: Record<string, unknown>) => ({ ...now, scale: value === 'quarter' ? undefined : value }) } as never)
              }
            />
          </span>
        )
      }
    >
      {entries.length === 0 ? (
        <EmptyPlace
          sentence="Where this is going, for the people who ask."
          icon={<Milestone />}
          action={
            may('edit-items', { in: 'product', id: product })
              ? { label: 'Make an epic or a release', run: () => void go({ to: places.releases(at) }) }
              : undefined
          }
        />
      ) : isPhone ? (
        <NowNextLater product={product} entries={shown} today={today} onOpen={open} />
      ) : (
        <Timeline product={product} entries={shown} likelyOf={likelyOf} today={today} step={step} onOpen={open} />
      )}
    </Shell>
  );
}
