import { useEffect } from 'react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { FirstSteps } from '../first/FirstSteps.tsx';
import { Shell } from '../app/Shell.tsx';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import type { At } from '../app/places.ts';
import { productOfKey } from '../app/use-counts.ts';
import { itemBeside } from './item-beside.tsx';
import { useLook, useMe } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { BacklogBar } from './BacklogBar.tsx';
import { LazyParkedList, LazyTrashList, LazyTreeList, LazyTryingStrip, LazyUntouchedNotice } from './LazyLists.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { RankedView } from './RankedView.tsx';
import { leaveList, startAdding } from './list-state.ts';
import { useOpenItem } from './use-open-item.ts';
import { useViews, type BacklogView } from './use-views.ts';

/** Everything that might be built, best first. */
export function BacklogPage() {
  const { product: key } = useParams({ strict: false }) as At;
  const product = useLook((view) => productOfKey(view, key), [key]);
  return product === undefined ? <NotFoundPage /> : <Backlog product={product} />;
}

function Backlog({ product }: { product: string }) {
  const { view = 'ranked' } = useSearch({ strict: false }) as { view?: BacklogView };
  const { may } = useMe();
  const opened = useOpenItem();
  const views = useViews(product, view);
  const canEdit = may('edit-items', { in: 'product', id: product });
  const go = useNavigate();
  const add = () => {
    if (view !== 'ranked') void go({ to: '.', search: {} });
    startAdding(may('rank-items', { in: 'product', id: product }));
  };
  useEffect(() => leaveList, [product]);
  return (
    <Shell
      title="Backlog"
      views={views}
      right={
        canEdit && (
          <Button variant="primary" keys="C" className="max-tablet:hidden" onClick={add}>
            New item
          </Button>
        )
      }
      bar={<BacklogBar product={product} view={view} />}
      roundAction={canEdit ? { label: 'New item', run: add } : undefined}
      panel={itemBeside(opened)}
    >
      <div className="flex h-full flex-col">
        <FirstSteps product={product} />
        {canEdit && view === 'ranked' && <LazyUntouchedNotice product={product} />}
        <LazyTryingStrip />
        <div className="min-h-0 flex-1">
          {view === 'tree' ? (
            <LazyTreeList product={product} onOpen={opened.open} />
          ) : view === 'parked' ? (
            <LazyParkedList product={product} onOpen={opened.open} />
          ) : view === 'trash' ? (
            <LazyTrashList product={product} onOpen={opened.open} />
          ) : (
            <RankedView product={product} onOpen={opened.open} />
          )}
          <PasteDialog product={product} />
        </div>
      </div>
    </Shell>
  );
}
