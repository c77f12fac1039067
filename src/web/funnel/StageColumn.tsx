import { useRef, useState } from 'react';
import { funnelTargets, targetOf } from '../../domain/funnel/funnel-moves.ts';
import type { Stage } from '../../domain/funnel/funnel.ts';
import { useLook, useMay } from '../store/hooks.ts';
import { cx } from '../ui/cx.ts';
import { useCarryPlace } from '../ui/use-carry.ts';
import { FunnelCard } from './FunnelCard.tsx';
import { STAGE_NAMES } from './stage-words.ts';
import { useFunnelMove } from './use-funnel-move.ts';
import { grouped } from '../ui/grouped.ts';

const AT_FIRST = 6;
const AT_ONCE = 50;

/** What is in a stage, from the top: dropped here, something comes into it. */
export function StageColumn({ product, stage, onOpen }: { product: string; stage: Stage; onOpen: (item: string) => void }) {
  const column = useRef<HTMLElement>(null);
  const [most, setMost] = useState(AT_FIRST);
  const target = useLook((view) => targetOf(funnelTargets(view, product), stage.stage), [product, stage.stage]);
  const canMove = useMay('plan-releases', { in: 'product', id: product }) && stage.stage !== 'done';
  const move = useFunnelMove();
  const isOver = useCarryPlace(column, {
    kind: 'funnelItem',
    takes: (item) => target !== undefined && !stage.items.includes(item),
    onDrop: (item) => target && move(item, target),
  });
  const shown = stage.items.slice(0, most);
  const left = stage.items.length - shown.length;
  return (
    <section
      ref={column}
      aria-label={`Items: ${STAGE_NAMES[stage.stage]}`}
      className={cx('grid min-h-60 min-w-0 content-start gap-1.5 rounded-panel p-2', isOver && 'bg-accent-soft')}
    >
      {shown.map((id) => (
        <FunnelCard key={id} id={id} product={product} canMove={canMove} onOpen={onOpen} />
      ))}
      {left > 0 && (
        <button
          type="button"
          className="num justify-self-start rounded-control px-2 py-1 text-s text-ink-2 hover:bg-hover hover:text-ink"
          onClick={() => setMost(most + AT_ONCE)}
        >
          {grouped(left)} more
        </button>
      )}
    </section>
  );
}
