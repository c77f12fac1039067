import type { WorkspaceInfo } from '../../db/store.ts';
import { ROLES, type Role } from '../../domain/kernel/permission.ts';
import { accessOf } from '../../domain/member/access.ts';
import type { Api } from '../edge/api.ts';
import type { Caller } from '../edge/caller.ts';
import type { Server } from '../edge/server.ts';

/** Who is asking, and which workspaces they are in as what. */
export function meRoute(api: Api, server: Server): void {
  api.forSignedIn(
    {
      id: 'get-me',
      tag: 'session',
      does: 'Who one is, and the workspaces that one is in.',
      method: 'GET',
      path: '/api/v1/me',
      answer: { status: 200, says: 'The user and the workspaces.', schema: ME },
    },
    async ({ reply, caller }) => {
      const all = await server.workspaces.all();
      const mine = (await Promise.all(all.map((workspace) => asMember(caller, workspace, server)))).filter((found) => found !== null);
      void reply.header('cache-control', 'no-store');
      return {
        user: await userOf(caller, mine[0]?.name ?? '', server),
        workspaces: mine.map(({ workspace, member, role }) => ({ ...workspace, role, member })),
      };
    },
  );
}

const ME = {
  type: 'object',
  properties: {
    user: {
      type: 'object',
      properties: { id: { type: 'string' }, name: { type: 'string' }, email: { type: ['string', 'null'] }, hasPassword: { type: 'boolean' } },
    },
    workspaces: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          slug: { type: 'string' },
          name: { type: 'string' },
          isExample: { type: 'boolean' },
          role: { enum: [...ROLES] },
          member: { type: 'string' },
        },
      },
    },
  },
};

interface Mine {
  readonly workspace: WorkspaceInfo;
  readonly member: string;
  readonly name: string;
  readonly role: Role;
}

/** What the caller is in a workspace; null where they are nobody. */
async function asMember(caller: Caller, workspace: WorkspaceInfo, { workspaces }: Server): Promise<Mine | null> {
  const at = await workspaces.standingIn(caller, workspace);
  if (!at) return null;
  return at.host.read((view) => {
    const role = accessOf(view, at.member, caller.by === 'token' ? caller.token.role : 'admin')?.subject.role;
    return role ? { workspace, member: at.member, name: view.get('member', at.member).name, role } : null;
  });
}

/** A person's account; for a token, the member that it acts for. */
async function userOf(caller: Caller, name: string, { accounts }: Server) {
  if (caller.by === 'token') return { id: caller.token.member, name, email: null, hasPassword: false };
  return { ...caller.account, hasPassword: await accounts.hasPassword(caller.account.id) };
}
