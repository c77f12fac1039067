import { SecretText } from '../account/SecretText.tsx';
import { dayOfInstant } from '../app/day-of-instant.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** The link for somebody, shown this once. */
export function LinkDialog({ name, link, expiresAt, onClose }: { name: string; link: string; expiresAt: string; onClose: () => void }) {
  return (
    <Dialog
      title={`A link for ${name}`}
      isOpen
      onClose={onClose}
      width="m"
      actions={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <SecretText
        label="Link"
        text={link}
        note={`Send it to ${name} yourself: Cutline has told nobody. It works once, until ${dayOfInstant(expiresAt)}, and is not shown again.`}
      />
    </Dialog>
  );
}
