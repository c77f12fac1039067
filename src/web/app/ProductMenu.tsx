import { Suspense, useState } from 'react';
import { productsByKey } from '../../domain/product/product.ts';
import { useLook, useMe } from '../store/hooks.ts';
import { ProductSwitch } from '../ui/frame/ProductSwitch.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { onDemand } from '../ui/on-demand.ts';
import { places } from './places.ts';
import { useProductHere } from './product-here.ts';
import { useGo } from './use-go.ts';
import { useMayHere } from './use-may-here.ts';
import { useSession } from './use-session.ts';

const RemoveExampleDialog = onDemand(async () => (await import('./RemoveExampleDialog.tsx')).RemoveExampleDialog);

/** The product's name, and the way to the others and to other workspaces. */
export function ProductMenu({ workspace, product }: { workspace: string; product: string | undefined }) {
  const go = useGo();
  const at = useProductHere(workspace, product);
  const session = useSession();
  const { role } = useMe();
  const mayHere = useMayHere();
  const [isRemoving, setIsRemoving] = useState(false);
  const products = useLook((view) => Array.from(view.list(productsByKey, 'all'), ({ key, name }) => ({ key, name })), []);
  const here = session?.workspaces.find(({ slug, id }) => slug === workspace || id === workspace);
  const current = products.find(({ key }) => key === at);
  const isAdmin = session?.workspaces.some((one) => one.role === 'admin') ?? false;
  const mayAdd = mayHere('edit-product');
  const mayImport = mayHere('import');
  const example = session?.workspaces.find(({ isExample }) => isExample);
  const entries: MenuEntry[] = [
    ...(products.length > 0 ? [{ id: 'products', heading: 'Products' }] : []),
    ...products.map(({ key, name }) => ({
      id: `product ${key}`,
      label: name,
      isChosen: key === product,
      run: () => go(places.home({ workspace, product: key }, role)),
    })),
    ...(product !== undefined && mayImport ? [{ id: 'import', label: 'Import a file …', run: () => go(places.import({ workspace, product })) }] : []),
    ...(product !== undefined && mayAdd ? [{ id: 'settings', label: 'Product settings …', run: () => go(places.settings({ workspace, product })) }] : []),
    ...(mayAdd ? [{ id: 'new-product', label: 'New product …', run: () => go(places.start(workspace)) }] : []),
    { id: 'workspaces', heading: 'Workspaces' },
    ...(session?.workspaces ?? []).map(({ id, slug, name }) => ({ id: `workspace ${id}`, label: name, isChosen: id === here?.id, run: () => go(`/${slug}`) })),
    ...(isAdmin ? [{ id: 'new', label: example ? 'New workspace …' : 'New workspace, or the example …', run: () => go(places.start()) }] : []),
    ...(here?.isExample === true && role === 'admin'
      ? [
          { id: 'parting', heading: null },
          { id: 'remove', label: 'Remove the example …', isGrave: true, run: () => setIsRemoving(true) },
        ]
      : []),
  ];
  const name = current?.name ?? here?.name ?? workspace;
  return (
    <>
      <ProductSwitch name={name} note={here && here.name !== name ? here.name : undefined} entries={entries} />
      {here && isRemoving && (
        <Suspense fallback={null}>
          <RemoveExampleDialog workspace={here} isOpen onClose={() => setIsRemoving(false)} />
        </Suspense>
      )}
    </>
  );
}
