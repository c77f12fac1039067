import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { allows, ROLES } from '../../domain/kernel/permission.ts';
import { textSchema } from '../../domain/kernel/text.ts';
import { onWorkspace } from '../../domain/workspace/workspace-claim.ts';
import { model } from '../../domain/model.ts';
import type { Api } from '../edge/api.ts';
import { atTheDoor } from '../edge/door.ts';
import { limitOf } from '../edge/limit.ts';
import { forbidden, notFound } from '../edge/problem.ts';
import type { Server } from '../edge/server.ts';
import type { Standing } from '../edge/standing.ts';
import { jsonSchema } from '../openapi/route-doc.ts';

const making = z.strictObject({ name: textSchema(100), role: z.enum(ROLES) });

/** Everybody makes, sees and ends their own tokens; who manages tokens sees and ends everybody's. */
export function tokenRoutes(app: FastifyInstance, api: Api, { tokens }: Server): void {
  const limit = limitOf(app, { max: 30, minutes: 10 });

  api.forMembers(
    {
      id: 'create-token',
      tag: 'tokens',
      does: 'Make a token for programs, with at most one’s own role. It is shown once.',
      method: 'POST',
      path: '/tokens',
      body: jsonSchema(making),
      answer: { status: 201, says: 'The token.', schema: TOKEN },
      errors: [413, 415, 429],
    },
    async ({ request, reply, at }) => {
      await limit(request);
      const { name, role } = atTheDoor(making, request.body ?? {});
      const own = await at.look((_view, _seq, { subject }) => subject.role);
      if (own === null || ROLES.indexOf(role) < ROLES.indexOf(own)) throw forbidden('A token has at most the role of who makes it.');
      const { id, secret } = await tokens.make({ workspace: at.workspace.id, member: at.member, name, role });
      return reply.status(201).header('cache-control', 'no-store').send({ id, name, role, token: secret });
    },
  );

  api.forMembers(
    {
      id: 'list-tokens',
      tag: 'tokens',
      does: 'The tokens of the workspace: one’s own, or everybody’s for who manages them. Never the secrets.',
      method: 'GET',
      path: '/tokens',
      answer: { status: 200, says: 'The tokens, newest first.', schema: { type: 'object' } },
    },
    async ({ at }) => ({ data: await tokens.list(at.workspace.id, await whose(at)), next: null }),
  );

  api.forMembers(
    {
      id: 'revoke-token',
      tag: 'tokens',
      does: 'End a token. It is refused from now on.',
      method: 'DELETE',
      path: '/tokens/{token}',
      params: [{ name: 'token', required: true, schema: { type: 'string' } }],
      answer: { status: 204, says: 'Ended.' },
    },
    async ({ request, reply, at }) => {
      const { token } = request.params as { token: string };
      if (!(await tokens.revoke(token, { workspace: at.workspace.id, member: await whose(at) }))) throw notFound();
      return reply.status(204).send();
    },
  );
}

const TOKEN = { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' }, role: { enum: [...ROLES] }, token: { type: 'string' } } };

/** Null: everybody's. */
const whose = (at: Standing): Promise<string | null> =>
  at.look((view, _seq, { subject }) => {
    const { may, on } = onWorkspace(view, 'manage-tokens');
    return allows(subject, may, model.belonging(view, on)) ? null : at.member;
  });
