import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { Role } from '../kernel/permission.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** A person of the workspace. Without a role: somebody who was named, by an import say, and cannot sign in until invited. */
export interface Member extends Entity {
  readonly name: string;
  readonly email: string | null;
  readonly role: Role | null;
  /** The products that a guest was named in; empty for everybody else. */
  readonly products: readonly string[];
  /** The account that signs in as this member; null until an invitation was taken up. */
  readonly account: string | null;
}

export const members: Collection<Member> = {
  name: 'member',
  resource: 'members',
  fields: {
    name: { kind: 'text', label: 'Name', max: 120 },
    email: { kind: 'text', label: 'E-mail', max: 254 },
    role: { kind: 'choice', label: 'Role', lasting: true },
    products: { kind: 'refs', label: 'Products', to: 'product', lasting: true },
    account: { kind: 'text', label: 'Account', max: 64, lasting: true },
  },
};

/** All members by name. */
export const membersByName: IndexOf<Member> = { name: 'membersByName', in: 'member', group: () => 'all', order: ({ name }) => name.toLowerCase() };

/** The member that an account signs in as. */
export const membersByAccount: IndexOf<Member> = { name: 'membersByAccount', in: 'member', group: ({ account }) => account, order: () => '' };
