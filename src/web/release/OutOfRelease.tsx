import { useRef } from 'react';
import { useShown } from '../store/hooks.ts';
import { cx } from '../ui/cx.ts';
import { useCarryPlace } from '../ui/use-carry.ts';
import { RELEASE_ITEM } from './ReleaseItems.tsx';
import { useReleaseMove } from './use-release-move.ts';

/** Where an item is dropped that is to be in no release. */
export function OutOfRelease() {
  const place = useRef<HTMLDivElement>(null);
  const view = useShown();
  const move = useReleaseMove();
  const isOver = useCarryPlace(place, {
    kind: RELEASE_ITEM,
    takes: (item) => (view.find('item', item)?.release ?? null) !== null,
    onDrop: (item) => move(item, null),
  });
  return (
    <div
      ref={place}
      aria-hidden="true"
      data-out-of-release
      className={cx('mt-2 rounded-panel border border-dashed border-edge px-4 py-2.5 text-s text-ink-3 max-tablet:hidden', isOver && 'bg-accent-soft text-ink')}
    >
      Drop an item here to take it out of its release.
    </div>
  );
}
