import type { Role } from '../../domain/kernel/permission.ts';

/** What an invitation is to, as the server tells whoever has its link. */
export interface Invitation {
  readonly workspace: { readonly name: string; readonly slug: string };
  readonly name: string;
  /** Null: who joins says it. */
  readonly email: string | null;
  readonly role: Role;
  readonly hasAccount: boolean;
}
