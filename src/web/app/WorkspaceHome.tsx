import { useParams, Navigate } from '@tanstack/react-router';
import { productsByKey } from '../../domain/product/product.ts';
import { useLook, useMe } from '../store/hooks.ts';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { places } from './places.ts';
import { Shell } from './Shell.tsx';
import { useGo } from './use-go.ts';
import { useMayHere } from './use-may-here.ts';
import { WorkspaceSkeleton } from './WorkspaceSkeleton.tsx';

/** Leads to the first product: those who read to its roadmap, those who work to its backlog. Without a product it says how one begins. */
export function WorkspaceHome() {
  const { workspace } = useParams({ from: '/signed-in/$workspace/' });
  const first = useLook((view) => view.list(productsByKey, 'all').at(0)?.key, []);
  const { role } = useMe();
  const mayHere = useMayHere();
  const go = useGo();
  // A snapshot may be older than one's own membership: where one belongs is known with the entries after it.
  if (role === null) return <WorkspaceSkeleton />;
  if (first !== undefined) return <Navigate to={places.home({ workspace, product: first }, role)} replace />;
  const mayBegin = mayHere('edit-product');
  return (
    <Shell title="Begin">
      {mayBegin ? (
        <EmptyPlace
          sentence="Nothing is built here yet. Bring a backlog, or write down the first things."
          action={{ label: 'Begin a product', run: () => go(places.start(workspace)) }}
        />
      ) : (
        <EmptyPlace sentence="Nothing is built here yet. As soon as somebody begins a product, you see it here." />
      )}
    </Shell>
  );
}
