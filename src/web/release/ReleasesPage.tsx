import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Flag } from 'lucide-react';
import { byCodeUnit } from '../../domain/kernel/change.ts';
import { isOpenRelease, releasesByDate, type Release } from '../../domain/release/release.ts';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import { Shell } from '../app/Shell.tsx';
import { places, type At } from '../app/places.ts';
import { productOfKey } from '../app/use-counts.ts';
import { useOpenItem } from '../backlog/use-open-item.ts';
import { itemBeside } from '../backlog/item-beside.tsx';
import { useLook, useMe } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { NewRelease } from './NewRelease.tsx';
import { OutOfRelease } from './OutOfRelease.tsx';
import { ReleaseRow } from './ReleaseRow.tsx';
import { Warnings } from './Warnings.tsx';

/** What goes out together: every release of the product, the next one first. */
export function ReleasesPage() {
  const { product: key } = useParams({ strict: false }) as At;
  const product = useLook((view) => productOfKey(view, key), [key]);
  return product === undefined ? <NotFoundPage /> : <Releases product={product} />;
}

function Releases({ product }: { product: string }) {
  const at = useParams({ strict: false }) as At;
  const go = useNavigate();
  const { may } = useMe();
  const opened = useOpenItem();
  const [isAdding, setIsAdding] = useState(false);
  const releases = useLook((view) => [...view.list(releasesByDate, product)], [product]);
  const canPlan = may('plan-releases', { in: 'product', id: product });
  const open = releases.filter(isOpenRelease);
  const closed = releases.filter((release) => !isOpenRelease(release)).toSorted(newestFirst);
  useKeys([{ keys: 'C', description: 'New release', group: 'Releases', run: () => setIsAdding(true), when: () => canPlan }]);
  const openRelease = (id: string) => void go({ to: places.release(at, id) });
  return (
    <Shell
      title="Releases"
      right={
        canPlan && (
          <Button variant="primary" keys="C" className="max-tablet:hidden" onClick={() => setIsAdding(true)}>
            New release
          </Button>
        )
      }
      panel={itemBeside(opened)}
      roundAction={canPlan ? { label: 'New release', run: () => setIsAdding(true) } : undefined}
    >
      <div className="h-full overflow-y-auto">
        {open[0] && <Warnings release={open[0].id} isOfAll />}
        {isAdding && <NewRelease product={product} onDone={() => setIsAdding(false)} onMade={openRelease} />}
        {releases.length === 0 && !isAdding ? (
          <EmptyPlace
            sentence="What goes out together, and the goal that it serves."
            icon={<Flag />}
            action={canPlan ? { label: 'New release', keys: 'C', run: () => setIsAdding(true) } : undefined}
          />
        ) : (
          <div className="mx-auto max-w-270 px-4 py-4 max-tablet:px-0 max-tablet:py-0">
            <Group heading="Open" releases={open} product={product} onOpen={openRelease} onOpenItem={opened.open}>
              {canPlan && open.length > 0 && <OutOfRelease />}
            </Group>
            <Group heading="Shipped and cancelled" releases={closed} product={product} onOpen={openRelease} onOpenItem={opened.open} />
          </div>
        )}
      </div>
    </Shell>
  );
}

/** By the day that they ended on or were to end on; those of which no day is known last. */
const newestFirst = (a: Release, b: Release): number => byCodeUnit(endOf(b), endOf(a)) || byCodeUnit(b.name, a.name);
const endOf = ({ shippedOn, dueOn }: Release): string => shippedOn ?? dueOn ?? '';

interface GroupProps {
  readonly heading: string;
  readonly releases: readonly Release[];
  readonly product: string;
  readonly onOpen: (id: string) => void;
  readonly onOpenItem: (item: string) => void;
  readonly children?: ReactNode;
}

function Group({ heading, releases, product, onOpen, onOpenItem, children }: GroupProps) {
  if (releases.length === 0) return null;
  return (
    <section className="mb-6">
      <h2 className="px-2 pb-1 text-s font-medium text-ink-3 max-tablet:px-4 max-tablet:pt-4">
        {heading} <span className="num font-normal">{releases.length}</span>
      </h2>
      <ul className="divide-y divide-edge overflow-hidden rounded-panel border border-edge max-tablet:rounded-none max-tablet:border-x-0">
        {releases.map((release) => (
          <ReleaseRow key={release.id} release={release} product={product} onOpen={() => onOpen(release.id)} onOpenItem={onOpenItem} />
        ))}
      </ul>
      {children}
    </section>
  );
}
