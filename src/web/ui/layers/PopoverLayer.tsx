import { Dialog, Popover } from 'react-aria-components';
import { cx } from '../cx.ts';
import type { PopoverProps } from '../Popover.tsx';
import { floating } from './floating.ts';

export function PopoverLayer({ triggerRef, isOpen, onOpenChange, label, placement = 'bottom start', isBare = false, children }: PopoverProps) {
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      offset={4}
      containerPadding={8}
      className={cx(floating, 'max-w-[calc(100vw-16px)] overflow-auto')}
    >
      <Dialog aria-label={label} className={cx('outline-none', !isBare && 'p-3')}>
        {children}
      </Dialog>
    </Popover>
  );
}
