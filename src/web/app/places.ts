import type { Role } from '../../domain/kernel/permission.ts';

/** Everywhere one can be. Addresses are made here and nowhere else; the rest of what is seen is in the query. */
export const places = {
  signIn: () => '/sign-in',
  join: (token: string) => `/join/${encodeURIComponent(token)}`,
  /** With a workspace: a further product in it. */
  start: (workspace?: string) => (workspace === undefined ? '/start' : `/start?in=${encodeURIComponent(workspace)}`),
  workspace: (workspace: string) => `/${encodeURIComponent(workspace)}`,
  /** Where somebody begins in a product: who only reads it sees where it is going. */
  home: (at: At, role: Role | null) => (isReader(role) ? places.roadmap(at) : places.backlog(at)),
  backlog: (at: At) => `${product(at)}/backlog`,
  item: (at: At, key: string) => `${product(at)}/backlog?item=${encodeURIComponent(key)}`,
  import: (at: At) => `${product(at)}/import`,
  releases: (at: At) => `${product(at)}/releases`,
  release: (at: At, release: string) => `${product(at)}/releases/${encodeURIComponent(release)}`,
  sprint: (at: At) => `${product(at)}/sprint`,
  funnel: (at: At) => `${product(at)}/funnel`,
  roadmap: (at: At) => `${product(at)}/roadmap`,
  myWork: (at: Pick<At, 'workspace'>) => `/${encodeURIComponent(at.workspace)}/-/my-work`,
  teams: (at: Pick<At, 'workspace'>) => `/${encodeURIComponent(at.workspace)}/-/teams`,
  settings: (at: At) => `${product(at)}/settings`,
  charts: (at: At) => `${product(at)}/charts`,
  members: (at: Pick<At, 'workspace'>) => `/${encodeURIComponent(at.workspace)}/-/members`,
} as const;

/** A product in a workspace, by slug and key. */
export interface At {
  readonly workspace: string;
  readonly product: string;
}

const product = (at: At): string => `/${encodeURIComponent(at.workspace)}/${encodeURIComponent(at.product)}`;

const isReader = (role: Role | null): boolean => role === 'stakeholder' || role === 'guest';
