import { useMemo, useState } from 'react';
import { useParams } from '@tanstack/react-router';
import { Search, UserPlus } from 'lucide-react';
import type { Member } from '../../domain/member/member.ts';
import { membersByName } from '../../domain/member/member.ts';
import { Shell } from '../app/Shell.tsx';
import { useMayHere } from '../app/use-may-here.ts';
import { useLook } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { MemberRow } from './MemberRow.tsx';
import { NamedRow } from './NamedRow.tsx';
import { useInvitations } from './use-invitations.ts';
import { grouped } from '../ui/grouped.ts';

/** Only so many people who can't sign in are drawn until somebody looks for more: an import can bring thousands. */
const NAMED_AT_FIRST = 30;

/** Who is in the workspace, as what, and who was only named by an import. */
export function MembersPage() {
  const { workspace } = useParams({ from: '/signed-in/$workspace/-/members' });
  const mayManage = useMayHere()('manage-members');
  const people = useLook((view) => [...view.list(membersByName, 'all')], []);
  const { until, reload } = useInvitations(workspace, mayManage);
  const [inviting, setInviting] = useState<{ member: Member | null } | null>(null);
  const [link, setLink] = useState<{ name: string; link: string; expiresAt: string } | null>(null);
  const [wanted, setWanted] = useState('');
  const [isAll, setIsAll] = useState(false);

  const found = useMemo(() => people.filter(({ name, email }) => fold(`${name} ${email ?? ''}`).includes(fold(wanted))), [people, wanted]);
  const members = found.filter(({ role }) => role !== null);
  const named = found.filter(({ role }) => role === null);
  const shown = isAll ? named : named.slice(0, NAMED_AT_FIRST);
  const isLong = people.length > 12;

  return (
    <Shell
      title="Members"
      right={
        mayManage && (
          <Button variant="primary" icon={<UserPlus aria-hidden="true" />} className="max-tablet:hidden" onClick={() => setInviting({ member: null })}>
            Invite
          </Button>
        )
      }
      roundAction={mayManage ? { label: 'Invite', run: () => setInviting({ member: null }) } : undefined}
    >
      <div className="h-full overflow-y-auto">
        <div className="mx-auto grid max-w-200 gap-6 px-4 py-5 max-tablet:py-3">
          {isLong && (
            <TextField
              label="Find a person"
              isLabelHidden
              placeholder="Find a person"
              icon={<Search aria-hidden="true" />}
              value={wanted}
              onChange={setWanted}
            />
          )}
          <section aria-labelledby="members-in">
            <h2 id="members-in" className="flex gap-2 pb-1.5 text-s font-medium text-ink-2">
              Members <span className="num text-ink-3">{members.length}</span>
            </h2>
            <ul className="border-t border-edge">
              {members.map((member) => (
                <MemberRow
                  key={member.id}
                  member={member}
                  invitedUntil={until.get(member.id) ?? null}
                  mayManage={mayManage}
                  workspace={workspace}
                  onLink={setLink}
                />
              ))}
            </ul>
          </section>
          {named.length > 0 && (
            <section aria-labelledby="members-named">
              <h2 id="members-named" className="flex gap-2 pb-0.5 text-s font-medium text-ink-2">
                Can’t sign in <span className="num text-ink-3">{grouped(named.length)}</span>
              </h2>
              <p className="pb-1.5 text-s text-ink-3">
                Named by an import, or no longer a member. Their names stand at their items; nobody has written to them.
              </p>
              <ul className="border-t border-edge">
                {shown.map((member) => (
                  <NamedRow key={member.id} member={member} mayManage={mayManage} onInvite={() => setInviting({ member })} />
                ))}
              </ul>
              {shown.length < named.length && (
                <Button variant="quiet" className="mt-2" onClick={() => setIsAll(true)}>
                  Show all {grouped(named.length)}
                </Button>
              )}
            </section>
          )}
          {found.length === 0 && <p className="text-ink-2">Nobody here is called that.</p>}
        </div>
      </div>
      {inviting && (
        <InviteDialog
          member={inviting.member}
          workspace={workspace}
          onClose={() => setInviting(null)}
          onInvited={(made) => {
            setInviting(null);
            setLink(made);
            reload();
          }}
        />
      )}
      {link && <LinkDialog {...link} onClose={() => setLink(null)} />}
    </Shell>
  );
}

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
