/** What a member may be to a workspace. A member without a role is a person who was named and cannot sign in. */
export const ROLES = ['admin', 'product-manager', 'team-member', 'stakeholder', 'guest'] as const;
export type Role = (typeof ROLES)[number];

/** Everything that needs a permission. */
export type May =
  | 'read'
  | 'see-forecasts'
  | 'comment'
  | 'edit-items'
  | 'rank-items'
  | 'plan-releases'
  | 'plan-sprints'
  | 'set-capacity'
  | 'promise-dates'
  | 'edit-product'
  | 'import'
  | 'manage-members'
  | 'manage-tokens'
  | 'erase';

/** A permission on a record, e.g. to rank items of a product. */
export interface Claim {
  readonly may: May;
  readonly on: { readonly in: string; readonly id: string };
}

/** Who asks, as far as permissions are concerned. */
export interface Subject {
  readonly member: string;
  readonly role: Role | null;
  /** The products that a guest was named in; null for everybody else: all. */
  readonly products: readonly string[] | null;
  /** The teams that they work in. */
  readonly teams: readonly string[];
}

/** Where a claim's record belongs, as far as permissions are concerned. */
export interface Belonging {
  /** Null: to the workspace as a whole. */
  readonly product: string | null;
  /** The member who leads the record, where it has a lead. */
  readonly lead: string | null;
  /** The team whose record it is, where it is one's. */
  readonly team: string | null;
}

const EVERYTHING: readonly May[] = [
  'read',
  'see-forecasts',
  'comment',
  'edit-items',
  'rank-items',
  'plan-releases',
  'plan-sprints',
  'set-capacity',
  'promise-dates',
  'edit-product',
  'import',
  'manage-members',
  'manage-tokens',
  'erase',
];
const ADMIN_ONLY: readonly May[] = ['manage-members', 'manage-tokens', 'erase'];

const GRANTS: Record<Role, readonly May[]> = {
  admin: EVERYTHING,
  'product-manager': EVERYTHING.filter((may) => !ADMIN_ONLY.includes(may)),
  'team-member': ['read', 'see-forecasts', 'comment', 'edit-items'],
  stakeholder: ['read', 'comment'],
  guest: ['read', 'comment'],
};

/** What a lead may do with the release they answer for, besides what their role gives. */
const LEAD: readonly May[] = ['plan-releases', 'promise-dates'];
/** What somebody who may lead may also do with the sprints of a team that they work in. */
const TEAM: readonly May[] = ['plan-sprints'];
const CAN_LEAD: readonly Role[] = ['admin', 'product-manager', 'team-member'];

export const canLead = (role: Role | null): boolean => role !== null && CAN_LEAD.includes(role);

/** The one rule of who may do what: by role, in a guest's own products only, a lead in what they lead, and a team in its own sprints. Default deny. */
export function allows(subject: Subject, may: May, belonging: Belonging): boolean {
  if (subject.role === null) return false;
  if (subject.products !== null && (belonging.product === null || !subject.products.includes(belonging.product))) return false;
  if (GRANTS[subject.role].includes(may)) return true;
  if (!canLead(subject.role)) return false;
  const isOfTeam = belonging.team !== null && subject.teams.includes(belonging.team);
  return (belonging.lead === subject.member && LEAD.includes(may)) || (isOfTeam && TEAM.includes(may));
}
