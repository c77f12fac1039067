import { useNavigate, useParams } from '@tanstack/react-router';
import { ListPlus } from 'lucide-react';
import { parkedItems } from '../../domain/backlog/open.ts';
import { places, type At } from '../app/places.ts';
import { useLook, useMe } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { useList } from './list-state.ts';
import { grouped } from '../ui/grouped.ts';

/** A backlog in which nothing is, or nothing is left: what was parked is said and one step away. */
export function NoBacklog({ product, canEdit }: { product: string; canEdit: boolean }) {
  const { may } = useMe();
  const at = useParams({ strict: false }) as At;
  const go = useNavigate();
  const set = useList((list) => list.set);
  const parked = useLook((view) => view.list(parkedItems, product).length, [product]);
  const aside = parked === 0 ? null : parked === 1 ? '1 item is parked' : `${grouped(parked)} items are parked`;
  const toParked = aside !== null && <Button onClick={() => void go({ to: `${places.backlog(at)}?view=parked` })}>Look at what is parked</Button>;
  if (!canEdit && aside !== null) return <EmptyPlace sentence={`Everything you might build, best first. Nothing is open; ${aside}.`}>{toParked}</EmptyPlace>;
  if (!canEdit) return <EmptyPlace sentence="Everything you might build, best first. Nothing is in it yet." icon={<ListPlus />} />;
  return (
    <EmptyPlace
      sentence={
        aside === null
          ? 'Everything you might build, best first. Paste a list here, or write the first item.'
          : `Everything you might build, best first. Nothing is open now; ${aside}.`
      }
      icon={<ListPlus />}
      action={{ label: 'New item', keys: 'C', run: () => set({ adding: { after: null } }) }}
    >
      {toParked}
      {may('import', { in: 'product', id: product }) && <Button onClick={() => void go({ to: places.import(at) })}>Bring a file</Button>}
    </EmptyPlace>
  );
}
