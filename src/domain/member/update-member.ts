import { z } from 'zod';
import { verb, type View } from '../collections.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { ROLES, type Role } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import { textSchema } from '../kernel/text.ts';
import { guestProducts } from './invite-member.ts';
import { membersByName } from './member.ts';
import { onWorkspace } from '../workspace/workspace-claim.ts';

export const updateMember = verb({
  name: 'updateMember',
  does: 'Change the name or role of a member, or the products of a guest; without a role they can no longer sign in.',
  route: ['PATCH', '/members/{member}'],
  input: z.strictObject({
    member: ref('member'),
    name: textSchema(120).optional(),
    role: z.enum(ROLES).nullable().optional(),
    products: guestProducts.optional(),
  }),
  needs: (view) => [onWorkspace(view, 'manage-members')],
  blockers: (view, { member, role }) => (role !== undefined && role !== 'admin' && isLastAdmin(view, member) ? [{ code: 'last-admin', member }] : []),
  run(draft, { member, name, role: wanted, products: named }) {
    const now = draft.workspace.get('member', member);
    const role: Role | null = wanted === undefined ? now.role : wanted;
    const products = role === 'guest' ? [...new Set(named ?? now.products)].sort(byCodeUnit) : [];
    draft.update('member', member, { role, products, ...(name === undefined ? {} : { name }) });
  },
  lasting: true,
});

/** Whether nobody could invite and give roles any more without them. Admins who have not signed in yet do not count. */
function isLastAdmin(view: View, member: string): boolean {
  const admins = [...view.list(membersByName, 'all')].filter(({ role }) => role === 'admin');
  const others = admins.filter(({ id, account }) => id !== member && account !== null);
  return others.length === 0 && admins.some(({ id }) => id === member);
}
