import { useState, type FormEvent } from 'react';
import { ROLES, type Role } from '../../domain/kernel/permission.ts';
import type { Member } from '../../domain/member/member.ts';
import { api } from '../app/api.ts';
import { failureOf, type Failure } from '../app/failure.ts';
import { nameIn } from '../app/name-in.ts';
import { useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { guestFault, ProductChecks } from './ProductChecks.tsx';
import { RoleField } from './RoleField.tsx';

export interface InviteDialogProps {
  /** Somebody who was named already; null: somebody new. */
  readonly member: Member | null;
  readonly workspace: string;
  readonly onClose: () => void;
  readonly onInvited: (made: { name: string; link: string; expiresAt: string }) => void;
}

/** Invites a colleague with a role. What comes of it is a link, which the inviter sends. */
export function InviteDialog({ member, workspace, onClose, onInvited }: InviteDialogProps) {
  const view = useShown();
  const [name, setName] = useState(member?.name ?? '');
  const [email, setEmail] = useState(member?.email ?? '');
  const [role, setRole] = useState<Role>('team-member');
  const [named, setNamed] = useState<readonly string[]>([]);
  const [isTried, setIsTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const faults = {
    name: name.trim() === '' ? 'What is their name?' : undefined,
    email: email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(email.trim()) ? 'This is no e-mail address.' : undefined,
    products: role === 'guest' ? guestFault(named) : undefined,
  };
  const shown: Partial<typeof faults> = isTried ? faults : {};

  const invite = async (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (isBusy || Object.values(faults).some((fault) => fault !== undefined)) return;
    setIsBusy(true);
    setFailure(null);
    try {
      const input = { member: member?.id ?? null, name: name.trim(), email: email.trim() || null, role, products: role === 'guest' ? named : [] };
      const { link, expiresAt } = await api<{ link: string; expiresAt: string }>('POST', `/workspaces/${encodeURIComponent(workspace)}/invitations`, input);
      onInvited({ name: name.trim(), link, expiresAt });
    } catch (error) {
      setFailure(failureOf(error, nameIn(view)));
      setIsBusy(false);
    }
  };

  return (
    <Dialog title={member ? `Invite ${member.name}` : 'Invite a colleague'} isOpen onClose={onClose} width="s">
      <form noValidate onSubmit={(event) => void invite(event)} className="grid gap-4">
        {failure && <ErrorNotice {...failure} />}
        <TextField label="Name" autoFocus value={name} onChange={setName} error={shown.name} maxLength={120} />
        <TextField
          label="E-mail"
          type="email"
          value={email}
          onChange={setEmail}
          error={shown.email}
          hint="May stay empty: they say it when they join."
          maxLength={254}
        />
        <RoleField label="Role" value={role} roles={ROLES} onChange={setRole} />
        {role === 'guest' && <ProductChecks chosen={named} onChange={setNamed} error={shown.products} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            {isBusy ? 'Making the link …' : 'Make the link'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
