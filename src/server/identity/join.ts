import type { Host } from '../../db/host.ts';
import { freshId } from '../../db/fresh-id.ts';
import { joinWorkspace } from '../../domain/member/invite-member.ts';
import { membersByName } from '../../domain/member/member.ts';
import type { Account } from './accounts.ts';

/** Lets an account be a member: the invited one, or as first admin the admin whom nobody is yet, if there is one. */
export async function joinAs(host: Host, { id: account, name, email }: Account, as: { member: string } | 'first-admin'): Promise<void> {
  const member = as === 'first-admin' ? await vacantAdmin(host) : as.member;
  if (member === null) return;
  const input = { member, account, name, email };
  await host.run({ mutation: freshId(), actor: member, calls: [{ verb: joinWorkspace as never, input }], access: null });
}

function vacantAdmin(host: Host): Promise<string | null> {
  return host.read((view) => {
    for (const { id, role, account } of view.list(membersByName, 'all')) if (role === 'admin' && account === null) return id;
    return null;
  });
}
