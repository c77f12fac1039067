import { callsTo, type FunnelTarget } from '../../domain/funnel/funnel-moves.ts';
import { nameIn } from '../app/name-in.ts';
import { useCommand, useShown } from '../store/hooks.ts';

/** Brings an item to another stage, says so, and offers the way back. */
export function useFunnelMove(): (item: string, target: FunnelTarget) => void {
  const view = useShown();
  const command = useCommand();
  return (id, target) => {
    const item = view.find('item', id);
    const calls = item ? callsTo(item, target) : [];
    if (calls.length === 0) return;
    const name = nameIn(view);
    const where =
      target.stage === 'unplanned' ? 'out of every plan' : `in ${target.stage === 'sprint' ? name('sprint', target.sprint) : name('release', target.release)}`;
    command(calls, { toast: `${name('item', id)} is ${where}` });
  };
}
