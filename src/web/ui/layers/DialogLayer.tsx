import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { X } from 'lucide-react';
import { cx } from '../cx.ts';
import type { DialogProps } from '../Dialog.tsx';
import { IconButton } from '../IconButton.tsx';
import { floating } from './floating.ts';

const widths = { s: 'w-100', m: 'w-140', l: 'w-200' };

export function DialogLayer({ title, isOpen, onClose, children, actions, width = 'm' }: DialogProps) {
  return (
    <ModalFrame isOpen={isOpen} onClose={onClose} className={widths[width]}>
      <Dialog className="flex max-h-[inherit] min-h-0 flex-col outline-none">
        <div className="flex items-center gap-3 border-b border-edge py-2.5 ps-4 pe-2.5">
          <Heading slot="title" className="min-w-0 flex-1 truncate text-l font-semibold">
            {title}
          </Heading>
          <IconButton label="Close" keys="Escape" icon={<X aria-hidden="true" />} onClick={onClose} />
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
        {actions !== undefined && <div className="flex justify-end gap-2 border-t border-edge px-4 py-3 max-tablet:*:flex-1">{actions}</div>}
      </Dialog>
    </ModalFrame>
  );
}

/** The scrim and the card on it. */
export function ModalFrame({
  isOpen,
  onClose,
  className,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      onOpenChange={(next) => !next && onClose()}
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim pt-[12vh] max-tablet:items-end max-tablet:pt-0"
    >
      <Modal
        className={cx(
          floating,
          'max-h-[76vh] max-w-[calc(100vw-32px)] overflow-hidden max-tablet:max-h-[88dvh] max-tablet:w-full max-tablet:max-w-full max-tablet:animate-[slide-up_180ms_var(--ease)] max-tablet:rounded-b-none max-tablet:pb-[env(safe-area-inset-bottom)]',
          className,
        )}
      >
        {children}
      </Modal>
    </ModalOverlay>
  );
}
