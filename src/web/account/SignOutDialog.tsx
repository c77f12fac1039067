import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { signOut } from './sign-out.ts';

export interface SignOutDialogProps {
  readonly isOpen: boolean;
  /** Changes that the server does not have yet. */
  readonly waiting: number;
  readonly hasPassword: boolean;
  readonly onClose: () => void;
  readonly onSetPassword: () => void;
}

/** Only where signing out loses something that cannot be had again. */
export function SignOutDialog({ isOpen, waiting, hasPassword, onClose, onSetPassword }: SignOutDialogProps) {
  return (
    <Dialog
      title="Before you sign out"
      isOpen={isOpen}
      onClose={onClose}
      width="s"
      actions={
        <>
          <Button variant="wrong" onClick={() => void signOut()}>
            Sign out anyway
          </Button>
          {hasPassword ? (
            <Button variant="primary" onClick={onClose}>
              Stay
            </Button>
          ) : (
            <Button variant="primary" onClick={onSetPassword}>
              Set a password
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-2">
        {!hasPassword && <p>You came by a link that works once. Without a password you can’t come back.</p>}
        {waiting > 0 && (
          <p>
            {waiting === 1 ? 'One change is' : `${waiting} changes are`} not on the server yet, and signing out leaves nothing in this browser:{' '}
            {waiting === 1 ? 'it' : 'they'} would be lost.
          </p>
        )}
      </div>
    </Dialog>
  );
}
