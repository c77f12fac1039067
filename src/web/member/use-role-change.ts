import type { Role } from '../../domain/kernel/permission.ts';
import type { Member } from '../../domain/member/member.ts';
import { useCommand } from '../store/hooks.ts';
import { toasts } from '../ui/toasts.ts';
import { roleWithArticle } from './role-names.ts';

/** Gives somebody another role, or none. Roles are no part of undo: the toast's own button gives the old one back. */
export function useRoleChange(): (member: Member, role: Role | null, products?: readonly string[]) => void {
  const command = useCommand();
  const become = (id: string, role: Role | null, products: readonly string[]) =>
    command({ verb: 'updateMember', input: { member: id, role, products: [...products] } }, { isUndoable: false });
  return ({ id, name, role: before, products: seen }, role, products = []) => {
    void become(id, role, products).shown.then(({ outcome }) => {
      if (outcome !== 'shown') return;
      const said = role === null ? `${name} can no longer sign in` : `${name} is ${roleWithArticle(role)} now`;
      toasts.show(said, { undo: () => void become(id, before, seen) });
    });
  };
}
