import { useNavigate, useParams } from '@tanstack/react-router';
import { ListPlus } from 'lucide-react';
import { places, type At } from '../app/places.ts';
import { useMe } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { useList } from './list-state.ts';

/** A backlog in which nothing is yet. */
export function NoBacklog({ product, canEdit }: { product: string; canEdit: boolean }) {
  const { may } = useMe();
  const at = useParams({ strict: false }) as At;
  const go = useNavigate();
  const set = useList((list) => list.set);
  if (!canEdit) return <EmptyPlace sentence="Everything you might build, best first. Nothing is in it yet." icon={<ListPlus />} />;
  return (
    <EmptyPlace
      sentence="Everything you might build, best first. Paste a list here, or write the first item."
      icon={<ListPlus />}
      action={{ label: 'New item', keys: 'C', run: () => set({ adding: { after: null } }) }}
    >
      {may('import', { in: 'product', id: product }) && <Button onClick={() => void go({ to: places.import(at) })}>Bring a file</Button>}
    </EmptyPlace>
  );
}
