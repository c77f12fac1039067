import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Host } from '../../db/host.ts';
import type { InvitationRow } from '../../db/schema.ts';
import { textSchema } from '../../domain/kernel/text.ts';
import { allows } from '../../domain/kernel/permission.ts';
import { ref } from '../../domain/kernel/ref.ts';
import { emailSchema, inviteMember } from '../../domain/member/invite-member.ts';
import { membersByAccount } from '../../domain/member/member.ts';
import { onWorkspace } from '../../domain/workspace/workspace-claim.ts';
import { model } from '../../domain/model.ts';
import { idOf } from '../../domain/kernel/change.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Api } from '../edge/api.ts';
import type { Callers } from '../edge/caller.ts';
import { atTheDoor } from '../edge/door.ts';
import { limitOf } from '../edge/limit.ts';
import { mutationOf } from '../edge/mutation.ts';
import { assertOwnOrigin } from '../edge/origin.ts';
import { conflict, notFound } from '../edge/problem.ts';
import type { Server } from '../edge/server.ts';
import type { Standing } from '../edge/standing.ts';
import { joinAs } from '../identity/join.ts';
import { bodySchema, idempotencyKey, jsonSchema } from '../openapi/route-doc.ts';
import { enterPath } from './link-routes.ts';
import { newPassword, signedIn } from './session-routes.ts';

/** `email` only where the invitation names none. */
const taking = z.strictObject({ name: textSchema(120), password: newPassword, email: emailSchema.optional() });
const saying = z.looseObject({ email: emailSchema });
const LINK = { type: 'object', properties: { member: { type: 'string' }, link: { type: 'string' }, expiresAt: { type: 'string' } } };

/** Inviting people, and taking an invitation up. */
export function invitationRoutes(app: FastifyInstance, api: Api, server: Server & { readonly callers: Callers }): void {
  const { links, accounts, store, config } = server;
  const limit = limitOf(app, { max: 30, minutes: 5 });

  api.forMembers(
    {
      id: 'inviteMember',
      tag: 'members',
      does: 'Invite somebody with a role. The answer holds the link to send them; it is shown once, works once and for 14 days.',
      method: 'POST',
      path: '/invitations',
      headers: [idempotencyKey],
      body: bodySchema(inviteMember.input, []),
      answer: { status: 201, says: 'The link.', schema: LINK },
      errors: [409, 413, 415],
    },
    async ({ request, reply, at }) => {
      const input = atTheDoor(inviteMember.input, request.body ?? {});
      const answer = await at.host.run({
        mutation: mutationOf(request, { actor: at.member, verb: inviteMember.name }),
        actor: at.member,
        calls: [{ verb: inviteMember as never, input }],
        access: at.accessIn,
      });
      const member = input.member ?? answer.entry?.changes.map(idOf).at(0);
      if (member === undefined) throw new Error('an invitation made no member');
      const { secret, expiresAt } = await links.make({ kind: 'member', workspace: at.workspace.id, member });
      return reply.status(201).send({ seq: answer.seq, outcome: answer.outcome, member, link: `${server.url()}/join/${secret}`, expiresAt });
    },
  );

  api.forMembers(
    {
      id: 'list-invitations',
      tag: 'members',
      does: 'Who was invited and has not come yet.',
      method: 'GET',
      path: '/invitations',
      answer: { status: 200, says: 'Members and until when their link works.', schema: { type: 'object' } },
    },
    async ({ at }) => {
      await mustManage(at);
      return { data: await links.openIn(at.workspace.id), next: null };
    },
  );

  api.forMembers(
    {
      id: 'create-sign-in-link',
      tag: 'members',
      does: 'A link that lets a member in once, for who has lost their password or their invitation.',
      method: 'POST',
      path: '/members/{member}/link',
      params: [{ name: 'member', required: true, schema: { type: 'string' } }],
      answer: { status: 201, says: 'The link; it is shown once and works once.', schema: LINK },
    },
    async ({ request, reply, at }) => {
      await mustManage(at);
      const { member: id } = atTheDoor(z.strictObject({ workspace: z.string(), member: ref('member') }), request.params);
      const member = await at.look((view) => view.find('member', id));
      if (!member?.role) throw notFound();
      const { secret, expiresAt } = await links.make({ kind: 'member', workspace: at.workspace.id, member: member.id });
      return reply
        .status(201)
        .send({ member: member.id, link: `${server.url()}${member.account === null ? `/join/${secret}` : enterPath(secret)}`, expiresAt });
    },
  );

  const invitation = { path: '/api/v1/invitations/{secret}', params: [{ name: 'secret', required: true, schema: { type: 'string' } }] } as const;
  api.forAnybody(
    {
      ...invitation,
      id: 'get-invitation',
      tag: 'session',
      does: 'What an invitation is to.',
      method: 'GET',
      answer: { status: 200, says: 'The workspace, and as whom one was invited.', schema: { type: 'object' } },
      errors: [404],
    },
    async ({ request, reply }) => {
      await limit(request);
      const { workspace, member } = await invited(request.params as { secret: string }, server);
      const hasAccount = member.email !== null && (await accounts.withEmail(member.email)) !== null;
      void reply.header('cache-control', 'no-store');
      return { workspace: { name: workspace.name, slug: workspace.slug }, name: member.name, email: member.email, role: member.role, hasAccount };
    },
  );

  api.forAnybody(
    {
      ...invitation,
      id: 'take-up-invitation',
      tag: 'session',
      does: 'Take an invitation up with a name and a password; who has an account already signs in first and needs neither.',
      method: 'POST',
      body: jsonSchema(taking),
      answer: { status: 204, says: 'Signed in; the cookie is the session.' },
      errors: [401, 403, 404, 409],
    },
    async ({ request, reply }) => {
      assertOwnOrigin(request, { url: config.url, needsOrigin: false });
      await limit(request);
      const { secret } = request.params as { secret: string };
      const { link, member } = await invited({ secret }, server);
      const email = member.email ?? atTheDoor(saying, request.body ?? {}).email;
      const known = await accounts.withEmail(email);
      // An account that this very invitation made meanwhile, pressed twice say, is no reason to sign in: the link was used.
      if (known && !(await links.behind(secret))) throw notFound();
      const present = known && (await accounts.signedIn(request.headers.cookie));
      if (known && present?.account.id !== known.id)
        throw conflict('has-account', 'There is an account with this e-mail: sign in with it, then open the invitation again.');
      const given = known ? { name: known.name, password: null } : atTheDoor(taking, request.body ?? {});
      const host = await store.host(link.workspace);
      if (known && (await isIn(host, known.id))) throw conflict('member-exists', 'This account is a member of the workspace already.');
      if (!(await links.use(link.id))) throw notFound();
      const account = known ?? (await accounts.create({ name: given.name, email, password: given.password }));
      await joinAs(host, { id: account.id, name: given.name, email }, { member: member.id });
      return signedIn(reply, await accounts.signInAs(account.id));
    },
  );
}

async function invited({ secret }: { secret: string }, { links, store, workspaces }: Server) {
  const link = await links.behind(secret);
  if (!isInvitation(link)) throw notFound();
  const workspace = (await workspaces.all()).find(({ id }) => id === link.workspace);
  const host = await store.host(link.workspace);
  const member = await host.read((view) => view.find('member', link.member));
  if (!workspace || !member?.role || member.account !== null) throw notFound();
  return { link, workspace, member };
}

const isIn = (host: Host, account: string): Promise<boolean> => host.read((view) => view.list(membersByAccount, account).length > 0);

const isInvitation = (link: InvitationRow | null): link is InvitationRow & { workspace: string; member: string } =>
  link?.kind === 'member' && link.workspace !== null && link.member !== null;

/** Throws a 403 for who does not manage members. */
async function mustManage(at: Standing): Promise<void> {
  await at.look((view, _seq, { subject }) => {
    const { may, on } = onWorkspace(view, 'manage-members');
    if (!allows(subject, may, model.belonging(view, on))) throw new Refusal({ code: 'not-allowed', may });
  });
}
