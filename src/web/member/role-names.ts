import type { Role } from '../../domain/kernel/permission.ts';

/** Roles as people read them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  admin: 'Admin',
  'product-manager': 'Product manager',
  'team-member': 'Team member',
  stakeholder: 'Stakeholder',
  guest: 'Guest',
};

/** What each of them may do, in a line. */
export const ROLE_SENTENCES: Readonly<Record<Role, string>> = {
  admin: 'Everything, members and tokens too',
  'product-manager': 'Everything but members, roles and tokens',
  'team-member': 'Creates and edits items; does not rank or plan releases',
  stakeholder: 'Reads roadmap, releases and backlog',
  guest: 'Reads, in the products named only',
};

/** In a sentence: `an admin`. */
export const roleWithArticle = (role: Role): string => `${role === 'admin' ? 'an' : 'a'} ${ROLE_NAMES[role].toLowerCase()}`;
