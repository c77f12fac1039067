import type { View } from '../../domain/collections.ts';
import type { Access } from '../../domain/kernel/model.ts';
import { isAllowed } from '../../domain/kernel/perform.ts';
import type { Claim, May, Role } from '../../domain/kernel/permission.ts';
import { accessOf } from '../../domain/member/access.ts';
import { model } from '../../domain/model.ts';

/** Who looks, and what they may do. */
export interface Me {
  readonly member: string;
  readonly role: Role | null;
  readonly access: Access | null;
  /** Whether I may do this to that record, as the server will decide it. */
  readonly may: (may: May, on: Claim['on']) => boolean;
}

/** What a member is in what is shown. */
export function meIn(view: View, member: string): Me {
  const access = accessOf(view, member);
  const may = (what: May, on: Claim['on']) => access !== null && isAllowed(model, view, { subject: access.subject, claim: { may: what, on } });
  return { member, role: access?.subject.role ?? null, access, may };
}
