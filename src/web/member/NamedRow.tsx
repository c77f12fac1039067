import { useState } from 'react';
import { ROLES } from '../../domain/kernel/permission.ts';
import type { Member } from '../../domain/member/member.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { GuestDialog } from './GuestDialog.tsx';
import { ROLE_NAMES, ROLE_SENTENCES } from './role-names.ts';
import { useRoleChange } from './use-role-change.ts';

/** Somebody who can't sign in: named by an import and to be invited, or removed and to be given a role again. */
export function NamedRow({ member, mayManage, onInvite }: { member: Member; mayManage: boolean; onInvite: () => void }) {
  return (
    <li className="flex min-h-10 items-center gap-3 border-b border-edge py-1">
      <Avatar name={member.name} size="m" isDecorative />
      <span className="flex min-w-0 flex-1 gap-2 max-tablet:grid max-tablet:gap-0">
        <span className="truncate" title={member.name} dir="auto">
          {member.name}
        </span>
        {member.email !== null && <span className="truncate text-ink-3">{member.email}</span>}
      </span>
      {mayManage && member.account === null && (
        <Button size="s" aria-label={`Invite ${member.name}`} onClick={onInvite}>
          Invite
        </Button>
      )}
      {mayManage && member.account !== null && <RoleAgain member={member} />}
    </li>
  );
}

function RoleAgain({ member }: { member: Member }) {
  const [isGuest, setIsGuest] = useState(false);
  const become = useRoleChange();
  const entries = ROLES.map((role) => ({
    id: role,
    label: ROLE_NAMES[role],
    hint: ROLE_SENTENCES[role],
    run: () => (role === 'guest' ? setIsGuest(true) : become(member, role)),
  }));
  return (
    <>
      <MenuButton
        label={`Role of ${member.name}`}
        entries={entries}
        placement="bottom end"
        trigger={(opener) => (
          <Button {...opener} size="s" aria-label={`Give ${member.name} a role`}>
            Give a role
          </Button>
        )}
      />
      {isGuest && (
        <GuestDialog
          member={member}
          onClose={() => setIsGuest(false)}
          onDone={(products) => {
            setIsGuest(false);
            become(member, 'guest', products);
          }}
        />
      )}
    </>
  );
}
