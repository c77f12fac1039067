import { useRef } from 'react';
import { Ellipsis } from 'lucide-react';
import { callsTo, funnelTargets, type FunnelTarget } from '../../domain/funnel/funnel-moves.ts';
import { nameIn } from '../app/name-in.ts';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { estimateText } from '../backlog/row/EstimateCell.tsx';
import { useLook, useRecord } from '../store/hooks.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { useCarried } from '../ui/use-carry.ts';
import { useFunnelMove } from './use-funnel-move.ts';

interface FunnelCardProps {
  readonly id: string;
  readonly product: string;
  readonly canMove: boolean;
  readonly onOpen: (item: string) => void;
}

/** One item: opened by a press, moved by drag or by its menu. */
export function FunnelCard({ id, product, canMove, onOpen }: FunnelCardProps) {
  const item = useRecord('item', id);
  const key = useLook((view) => nameIn(view)('item', id), [id]);
  const card = useRef<HTMLDivElement>(null);
  useCarried(card, { kind: 'funnelItem', id }, canMove);
  if (!item) return null;
  return (
    <div ref={card} data-card={key} className="grid min-w-0 gap-1 rounded-control border border-edge bg-surface px-2.5 py-2 hover:border-edge-strong">
      <button type="button" className="line-clamp-2 text-start wrap-anywhere" dir="auto" onClick={() => onOpen(id)}>
        {item.title}
      </button>
      <div className="flex items-center gap-1.5 text-s text-ink-2">
        <TypeMark type={item.type} />
        <span className="flex-1 font-mono text-ink-3">{key}</span>
        {item.estimate && <span className="num">{estimateText(item.estimate)}</span>}
        {canMove && <MoveMenu id={id} product={product} name={key} />}
      </div>
    </div>
  );
}

/** The twin of the drag. */
function MoveMenu({ id, product, name }: { id: string; product: string; name: string }) {
  const item = useRecord('item', id);
  const targets = useLook((view) => funnelTargets(view, product).map((target) => ({ target, label: labelOf(nameIn(view), target) })), [product]);
  const move = useFunnelMove();
  const entries = targets
    .filter(({ target }) => item && callsTo(item, target).length > 0)
    .map(({ target, label }, at) => ({ id: String(at), label, run: () => move(id, target) }));
  return (
    <MenuButton
      label="Move to"
      entries={entries}
      trigger={(opener) => <IconButton {...opener} size="s" label={`Move ${name}`} icon={<Ellipsis aria-hidden="true" />} />}
    />
  );
}

function labelOf(name: (collection: string, id: string) => string, target: FunnelTarget): string {
  if (target.stage === 'unplanned') return 'Out of every plan';
  return target.stage === 'sprint' ? name('sprint', target.sprint) : name('release', target.release);
}
