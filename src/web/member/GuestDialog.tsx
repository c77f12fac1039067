import { useState } from 'react';
import type { Member } from '../../domain/member/member.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { guestFault, ProductChecks } from './ProductChecks.tsx';

/** Somebody becomes a guest, or sees other products: a guest without a product would see nothing. */
export function GuestDialog({ member, onClose, onDone }: { member: Member; onClose: () => void; onDone: (products: readonly string[]) => void }) {
  const [chosen, setChosen] = useState(member.products);
  const [isTried, setIsTried] = useState(false);
  const fault = guestFault(chosen);
  const done = () => {
    setIsTried(true);
    if (fault === undefined) onDone(chosen);
  };
  return (
    <Dialog
      title={`${member.name} as a guest`}
      isOpen
      onClose={onClose}
      width="s"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={done}>
            Make a guest
          </Button>
        </>
      }
    >
      <ProductChecks chosen={chosen} onChange={setChosen} error={isTried ? fault : undefined} />
    </Dialog>
  );
}
