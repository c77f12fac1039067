import { useParams, useSearch } from '@tanstack/react-router';
import { places, type At } from '../../app/places.ts';
import { useRecord } from '../../store/hooks.ts';
import { SprintFrame } from '../SprintFrame.tsx';
import { FlowBar } from './FlowBar.tsx';
import { FlowBoard } from './FlowBoard.tsx';
import { QueueView } from './QueueView.tsx';

/** A team in continuous flow: its queue with what is pulled next, or its board. */
export function FlowPage({ team: id, product }: { team: string; product: string }) {
  const at = useParams({ strict: false }) as At;
  const { view, team: named } = useSearch({ strict: false }) as { view?: string; team?: string };
  const team = useRecord('team', id);
  if (!team) return null;
  const isBoard = view === 'board';
  const href = (look: 'queue' | 'board') => {
    const search = new URLSearchParams({ ...(named === undefined ? {} : { team: named }), ...(look === 'queue' ? {} : { view: look }) });
    return `${places.sprint(at)}${search.size > 0 ? `?${search}` : ''}`;
  };
  const views = [
    { id: 'queue', label: 'Queue', href: href('queue'), isCurrent: !isBoard },
    { id: 'board', label: 'Board', href: href('board'), isCurrent: isBoard },
  ];
  return (
    <SprintFrame title={team.name} views={views} bar={<FlowBar team={team} product={product} />}>
      {(open) => (isBoard ? <FlowBoard team={team} product={product} onOpen={open} /> : <QueueView team={team} product={product} onOpen={open} />)}
    </SprintFrame>
  );
}
