import { useRecord } from '../../store/hooks.ts';
import { SprintFrame } from '../SprintFrame.tsx';
import { FlowBar } from './FlowBar.tsx';
import { QueueView } from './QueueView.tsx';

/** A team in continuous flow: what it works on, what waits, and what is pulled next. */
export function FlowPage({ team: id, product }: { team: string; product: string }) {
  const team = useRecord('team', id);
  if (!team) return null;
  return (
    <SprintFrame title={team.name} views={[]} bar={<FlowBar team={team} product={product} />}>
      {(open) => <QueueView team={team} product={product} onOpen={open} />}
    </SprintFrame>
  );
}
