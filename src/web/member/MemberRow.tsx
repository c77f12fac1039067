import { useState } from 'react';
import { Ellipsis, Link2, UserMinus } from 'lucide-react';
import { ROLES, type Role } from '../../domain/kernel/permission.ts';
import type { Member } from '../../domain/member/member.ts';
import { api } from '../app/api.ts';
import { dayOfInstant } from '../app/day-of-instant.ts';
import { failureOf } from '../app/failure.ts';
import { nameIn } from '../app/name-in.ts';
import { refusalSentence } from '../app/refusal-sentence.ts';
import { useBlockers, useMe, useShown } from '../store/hooks.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { toasts } from '../ui/toasts.ts';
import { GuestDialog } from './GuestDialog.tsx';
import { ROLE_NAMES } from './role-names.ts';
import { RoleField } from './RoleField.tsx';
import { useRoleChange } from './use-role-change.ts';

export interface MemberRowProps {
  readonly member: Member;
  /** When the link that was sent ends; null: none is open. */
  readonly invitedUntil: string | null;
  readonly mayManage: boolean;
  readonly workspace: string;
  readonly onLink: (made: { name: string; link: string; expiresAt: string }) => void;
}

/** Somebody who can sign in, or was invited to: what they are, and what can be done about it. */
export function MemberRow({ member, invitedUntil, mayManage, workspace, onLink }: MemberRowProps) {
  const { member: me } = useMe();
  const become = useRoleChange();
  const [isGuest, setIsGuest] = useState(false);
  const view = useShown();
  const role = member.role ?? 'guest';
  const leaving = useBlockers({ verb: 'updateMember', input: { member: member.id, role: null } });
  const why = leaving[0] && refusalSentence(leaving[0], nameIn(view));
  const isMe = member.id === me;

  const choose = (next: Role) => {
    if (next === 'guest') setIsGuest(true);
    else if (next !== role) become(member, next);
  };
  const makeLink = async () => {
    try {
      onLink({
        name: member.name,
        ...(await api<{ link: string; expiresAt: string }>('POST', `/workspaces/${encodeURIComponent(workspace)}/members/${member.id}/link`)),
      });
    } catch (error) {
      toasts.show(failureOf(error, nameIn(view)).happened);
    }
  };

  return (
    <li className="flex min-h-12 items-center gap-3 border-b border-edge py-1.5 max-tablet:flex-wrap max-tablet:gap-y-0.5">
      <Avatar name={member.name} size="m" isDecorative />
      <span className="grid min-w-0 flex-1 max-tablet:basis-[calc(100%-3rem)]">
        <span className="truncate font-medium" title={member.name} dir="auto">
          {member.name}
          {isMe && <span className="font-normal text-ink-3"> (you)</span>}
        </span>
        <span className="truncate text-s text-ink-3">{[member.email, mayManage && standing(member, invitedUntil)].filter(Boolean).join(' · ')}</span>
      </span>
      {mayManage ? (
        <span className="flex items-center gap-1 max-tablet:ms-7 max-tablet:flex-1 max-tablet:justify-between">
          <RoleField label={`Role of ${member.name}`} isLabelHidden value={role} roles={ROLES} onChange={choose} disabledReason={why} />
          <MenuButton
            label={`More for ${member.name}`}
            placement="bottom end"
            entries={[
              {
                id: 'link',
                label: member.account === null ? 'New invitation link' : 'Sign-in link',
                hint: member.account === null ? 'The one before stops working' : 'For who has lost the password',
                icon: <Link2 />,
                run: () => void makeLink(),
              },
              { id: 'parting', heading: null },
              {
                id: 'remove',
                label: isMe ? 'Leave the workspace' : 'Remove from the workspace',
                hint: 'The name stays at their items',
                icon: <UserMinus />,
                isGrave: true,
                disabledReason: why,
                run: () => become(member, null),
              },
            ]}
            trigger={(opener) => <IconButton {...opener} label={`More for ${member.name}`} icon={<Ellipsis aria-hidden="true" />} />}
          />
        </span>
      ) : (
        <span className="text-ink-2 max-tablet:ms-9">{ROLE_NAMES[role]}</span>
      )}
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
    </li>
  );
}

function standing({ account }: Member, invitedUntil: string | null): string | null {
  if (account !== null) return null;
  if (invitedUntil === null) return 'has not signed in yet';
  return `invited, the link works until ${dayOfInstant(invitedUntil)}`;
}
