import { useRef, useState } from 'react';

/** What a button takes to open something beside it, and what that takes: whether it is open, and where the focus goes back to. */
export function useOpener(kind: 'dialog' | 'listbox') {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = () => setIsOpen(true);
  return {
    opener: { ref, 'aria-haspopup': kind, 'aria-expanded': isOpen, onClick: open },
    layer: { triggerRef: ref, isOpen, onOpenChange: setIsOpen },
    open,
    close: () => setIsOpen(false),
  };
}
