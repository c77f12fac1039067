import { useParams } from '@tanstack/react-router';
import { parkedItems, trashedItems } from '../../domain/backlog/open.ts';
import { places, type At } from '../app/places.ts';
import { useLook } from '../store/hooks.ts';
import type { View } from '../ui/frame/place.ts';

export type BacklogView = 'ranked' | 'tree' | 'parked' | 'trash';

/** The looks at a backlog. Parked and trash stand there only when something is in them, or one is there. */
export function useViews(product: string, current: BacklogView): readonly View[] {
  const at = useParams({ strict: false }) as At;
  const { parked, trashed } = useLook(
    (view) => ({ parked: view.list(parkedItems, product).length, trashed: view.list(trashedItems, product).length }),
    [product],
  );
  const to = (view: BacklogView) => (view === 'ranked' ? places.backlog(at) : `${places.backlog(at)}?view=${view}`);
  const one = (id: BacklogView, label: string, count?: number): View => ({ id, label, href: to(id), isCurrent: current === id, count });
  return [
    one('ranked', 'Ranked'),
    one('tree', 'Tree'),
    ...(parked > 0 || current === 'parked' ? [one('parked', 'Parked', parked)] : []),
    ...(trashed > 0 || current === 'trash' ? [one('trash', 'Trash', trashed)] : []),
  ];
}
