import { useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { cx } from '../cx.ts';
import type { PopoverProps } from '../Popover.tsx';
import { floating } from './floating.ts';

export function PopoverLayer({ triggerRef, isOpen, onOpenChange, label, placement = 'bottom start', isBare = false, children }: PopoverProps) {
  const { card, still } = useStill(!isBare);
  return (
    <Popover
      ref={card}
      {...(still && { style: still })}
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      offset={4}
      containerPadding={8}
      // What places it writes into its style anew whenever it grows.
      className={cx(floating, 'max-w-[calc(100vw-16px)] overflow-auto', still && 'top-(--still-top)! bottom-auto! max-h-(--still-room)!')}
    >
      <Dialog aria-label={label} className={cx('outline-none', !isBare && 'p-3')}>
        {children}
      </Dialog>
    </Popover>
  );
}

/** From the first press in it a card stands where it is, and grows downwards: nothing moves away under the pointer. */
function useStill(isWanted: boolean) {
  const card = useRef<HTMLElement>(null);
  const [still, setStill] = useState<CSSProperties>();
  useLayoutEffect(() => {
    const element = card.current;
    if (!isWanted || !element) return;
    const stand = () => {
      const { top } = element.getBoundingClientRect();
      setStill((before) => before ?? ({ '--still-top': `${top + scrollY}px`, '--still-room': `${innerHeight - top - MARGIN_PX}px` } as CSSProperties)); // a style may hold properties of its own
    };
    const presses = ['pointerdown', 'keydown'] as const;
    for (const press of presses) element.addEventListener(press, stand, true);
    return () => {
      for (const press of presses) element.removeEventListener(press, stand, true);
    };
  }, [isWanted]);
  return { card, still };
}

const MARGIN_PX = 8;
