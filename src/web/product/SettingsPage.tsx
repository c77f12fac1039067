import { useParams } from '@tanstack/react-router';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import type { At } from '../app/places.ts';
import { Shell } from '../app/Shell.tsx';
import { productOfKey } from '../app/use-counts.ts';
import { useLook, useMay } from '../store/hooks.ts';
import { ProductFacts } from './ProductFacts.tsx';
import { Workflow } from './Workflow.tsx';

/** What a product is called, counted in and limited to, and the steps that its work goes through. */
export function SettingsPage() {
  const { product: key } = useParams({ strict: false }) as At;
  const product = useLook((view) => productOfKey(view, key), [key]);
  return product === undefined ? <NotFoundPage /> : <Settings product={product} />;
}

function Settings({ product }: { product: string }) {
  const canEdit = useMay('edit-product', { in: 'product', id: product });
  return (
    <Shell title="Product settings">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who only reads it scrolls it by key too */}
      <div role="group" aria-label="Product settings" tabIndex={0} className="h-full overflow-y-auto">
        <div className="mx-auto grid max-w-180 grid-cols-[minmax(0,1fr)] gap-8 px-4 py-6 max-tablet:px-3">
          <ProductFacts id={product} canEdit={canEdit} />
          <Workflow product={product} canEdit={canEdit} />
        </div>
      </div>
    </Shell>
  );
}
