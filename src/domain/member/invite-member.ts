import { z } from 'zod';
import { verb } from '../collections.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { ROLES } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import { textSchema } from '../kernel/text.ts';
import { membersByAccount, membersByName } from './member.ts';
import { onWorkspace } from '../workspace/workspace-claim.ts';

export const emailSchema = z.email().max(254).toLowerCase();

/** Products that a guest is named in; everybody else sees all. */
export const guestProducts = z.array(ref('product')).max(100);

/** The server sends the link with it, so it is no verb for everybody: see the route of invitations. */
export const inviteMember = verb({
  name: 'inviteMember',
  does: 'Invite somebody into the workspace with a role.',
  route: ['POST', '/invitations'],
  input: z.strictObject({
    /** Somebody who is a member by name already, from an import say; null: somebody new. */
    member: ref('member').nullable().default(null),
    name: textSchema(120),
    /** Null: they say it when they join. */
    email: emailSchema.nullable().default(null),
    role: z.enum(ROLES),
    products: guestProducts.default([]),
  }),
  needs: (view) => [onWorkspace(view, 'manage-members')],
  blockers(view, { member, email }) {
    if (member !== null && view.get('member', member).account !== null) return [{ code: 'member-exists', member }];
    if (email === null) return [];
    for (const other of view.list(membersByName, 'all'))
      if (other.email?.toLowerCase() === email && other.id !== member) return [{ code: 'member-exists', member: other.id }];
    return [];
  },
  run(draft, { member, name, email, role, products: named }, context) {
    const products = role === 'guest' ? [...new Set(named)].sort(byCodeUnit) : [];
    if (member === null) draft.create('member', { id: context.newId(), name, email, role, products, account: null });
    else draft.update('member', member, { name, role, products, ...(email === null ? {} : { email }) });
  },
  lasting: true,
  serverOnly: true,
});

/** The system's own: somebody took up an invitation, or the first admin's link. */
export const joinWorkspace = verb({
  name: 'joinWorkspace',
  does: 'Take up an invitation.',
  route: ['POST', '/invitations/take-up'],
  input: z.strictObject({
    member: ref('member'),
    account: z.string().min(1).max(64),
    name: textSchema(120),
    /** Where the invitation named none. */
    email: emailSchema.nullable().default(null),
  }),
  needs: (view) => [onWorkspace(view, 'manage-members')],
  blockers(view, { member, account }) {
    if (view.get('member', member).account !== null) return [{ code: 'member-exists', member }];
    const already = view.list(membersByAccount, account).at(0);
    return already ? [{ code: 'member-exists', member: already.id }] : [];
  },
  run: (draft, { member, account, name, email }) => draft.update('member', member, { account, name, ...(email === null ? {} : { email }) }),
  lasting: true,
  serverOnly: true,
});
