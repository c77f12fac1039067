import { z } from 'zod';
import type { WorkspaceInfo } from '../../db/store.ts';
import { textSchema } from '../../domain/kernel/text.ts';
import { accessOf } from '../../domain/member/access.ts';
import type { Api } from '../edge/api.ts';
import type { Caller } from '../edge/caller.ts';
import { atTheDoor } from '../edge/door.ts';
import { conflict, forbidden } from '../edge/problem.ts';
import type { Server } from '../edge/server.ts';
import { jsonSchema } from '../openapi/route-doc.ts';
import { signedInOnly } from './session-routes.ts';
import { isFreeSlug, slugOf } from './slug.ts';

const making = z.union([
  z.strictObject({
    name: textSchema(100),
    slug: z
      .string()
      .regex(/^[a-z0-9](-?[a-z0-9])*$/, 'small letters, digits and single dashes')
      .max(40)
      .optional(),
  }),
  z.strictObject({ example: z.literal(true) }),
]);

/** The three doors: the first two make a workspace with a name, the third makes the example; and the example's removal in one step. */
export function workspaceRoutes(api: Api, server: Server): void {
  const { store, workspaces, seedExample } = server;

  api.forSignedIn(
    {
      id: 'create-workspace',
      tag: 'workspaces',
      does: 'Make a workspace with oneself as admin, or the example.',
      method: 'POST',
      path: '/api/v1/workspaces',
      body: jsonSchema(making),
      answer: { status: 201, says: 'The workspace.', schema: WORKSPACE },
      errors: [409],
    },
    async ({ request, reply, caller }) => {
      const wanted = atTheDoor(making, request.body ?? {});
      const { account } = signedInOnly(caller);
      const all = await store.workspaces();
      await mustBeAdmin(caller, all, server);
      const isExample = 'example' in wanted;
      const slug = isExample ? slugOf('Example', all) : (wanted.slug ?? slugOf(wanted.name, all));
      if (!isFreeSlug(slug, all)) throw conflict('slug-taken', 'Another workspace has this address.');
      const name = isExample ? 'Example' : wanted.name;
      const made = await store.createWorkspace({ slug, name, isExample, admin: { name: account.name, email: account.email, account: account.id } });
      workspaces.forget();
      if (isExample) await seedExample(await store.host(made.workspace), made.member);
      return reply
        .status(201)
        .header('location', `/api/v1/workspaces/${slug}`)
        .send({ id: made.workspace, slug, name, isExample, role: 'admin', member: made.member });
    },
  );

  api.forMembers(
    {
      id: 'get-workspace',
      tag: 'workspaces',
      does: 'The workspace.',
      method: 'GET',
      path: '',
      answer: { status: 200, says: 'The workspace.', schema: WORKSPACE },
    },
    ({ at }) => at.look((_view, _seq, { subject }) => ({ ...at.workspace, role: subject.role, member: at.member })),
  );

  api.forMembers(
    {
      id: 'remove-example',
      tag: 'workspaces',
      does: 'Remove the example with everything in it. A workspace of one’s own is not removed this way.',
      method: 'DELETE',
      path: '',
      answer: { status: 204, says: 'Removed.' },
      errors: [409],
    },
    async ({ reply, at, caller }) => {
      const role = await at.look((_view, _seq, { subject }) => subject.role);
      if (role !== 'admin') throw forbidden('An admin removes the example.');
      if (!at.workspace.isExample) throw conflict('not-the-example', 'Only the example is removed this way.');
      if (!(await canBeginAnew(caller, at.workspace.id, server)))
        throw conflict('last-workspace', 'Make a workspace of your own first: without any, only who signed in here first could make one.');
      await store.removeWorkspace(at.workspace.id);
      workspaces.forget();
      return reply.status(204).send();
    },
  );
}

/** Whether there is a way on after a workspace is removed. */
async function canBeginAnew(caller: Caller, removed: string, { store, accounts }: Server): Promise<boolean> {
  if ((await store.workspaces()).some(({ id }) => id !== removed)) return true;
  return caller.by !== 'token' && accounts.isFirst(caller.account.id);
}

const WORKSPACE = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    slug: { type: 'string' },
    name: { type: 'string' },
    isExample: { type: 'boolean' },
    role: { type: 'string' },
    member: { type: 'string' },
  },
};

/** An admin of any workspace; as long as there is none, who came by the first admin's link. Others may have been invited into one that is gone. */
async function mustBeAdmin(caller: Caller, all: readonly WorkspaceInfo[], { workspaces, accounts }: Server): Promise<void> {
  if (all.length === 0) {
    if (await accounts.isFirst(signedInOnly(caller).account.id)) return;
    throw forbidden('There is no workspace yet. Who signed in here first makes one, and then invites you.');
  }
  const roles = await Promise.all(
    all.map(async (workspace) => {
      const at = await workspaces.standingIn(caller, workspace);
      return at && at.host.read((view) => accessOf(view, at.member)?.subject.role);
    }),
  );
  if (!roles.includes('admin')) throw forbidden('An admin makes workspaces.');
}
