import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { emailSchema } from '../../domain/member/invite-member.ts';
import { textSchema } from '../../domain/kernel/text.ts';
import type { Api } from '../edge/api.ts';
import { atTheDoor } from '../edge/door.ts';
import { limitOf } from '../edge/limit.ts';
import { assertOwnOrigin } from '../edge/origin.ts';
import { conflict, forbidden, Problem } from '../edge/problem.ts';
import type { Server } from '../edge/server.ts';
import { jsonSchema } from '../openapi/route-doc.ts';
import type { Caller } from '../edge/caller.ts';
import { PASSWORD_LENGTH } from '../identity/password-length.ts';

/** A password that is set: long enough to be worth having. */
export const newPassword = z.string().min(PASSWORD_LENGTH.least, `must be at least ${PASSWORD_LENGTH.least} characters`).max(PASSWORD_LENGTH.most);

const credentials = z.strictObject({ email: z.string().min(3).max(254), password: z.string().min(1).max(PASSWORD_LENGTH.most) });
const change = z.strictObject({
  name: textSchema(120).optional(),
  email: emailSchema.optional(),
  password: newPassword.optional(),
  currentPassword: z.string().max(PASSWORD_LENGTH.most).optional(),
});

/** Signing in and out, and one's own name, address and password. */
export function sessionRoutes(app: FastifyInstance, api: Api, { accounts, config }: Server): void {
  const byAddress = limitOf(app, { max: 20, minutes: 5 });
  const byName = limitOf(app, {
    max: 10,
    minutes: 15,
    keyOf: ({ body }) =>
      `name:${String((body as { email?: unknown } | null)?.email)
        .toLowerCase()
        .slice(0, 254)}`,
  });

  api.forAnybody(
    {
      id: 'sign-in',
      tag: 'session',
      does: 'Sign in with e-mail and password.',
      method: 'POST',
      path: '/api/v1/session',
      body: jsonSchema(credentials),
      answer: { status: 204, says: 'Signed in; the cookie is the session.' },
      errors: [401, 403],
    },
    async ({ request, reply }) => {
      assertOwnOrigin(request, { url: config.url, needsOrigin: false });
      await byAddress(request);
      const given = atTheDoor(credentials, request.body ?? {});
      await byName(request);
      const cookies = await accounts.signIn(given);
      if (!cookies) throw new Problem({ status: 401, type: 'wrong-credentials', title: 'E-mail and password do not go together.' });
      return signedIn(reply, cookies);
    },
  );

  api.forSignedIn(
    {
      id: 'sign-out',
      tag: 'session',
      does: 'Sign out: the session ends.',
      method: 'DELETE',
      path: '/api/v1/session',
      answer: { status: 204, says: 'Signed out.' },
    },
    async ({ request, reply, caller }) => {
      if (caller.by !== 'session') throw forbidden('A token is revoked, not signed out.');
      const cookies = await accounts.signOut(request.headers.cookie ?? '');
      return signedIn(reply, cookies);
    },
  );

  api.forSignedIn(
    {
      id: 'update-me',
      tag: 'session',
      does: 'Change one’s own name, e-mail or password. A new password or e-mail needs the current password, if there is one, and a new password ends all other sessions.',
      method: 'PATCH',
      path: '/api/v1/me',
      body: jsonSchema(change),
      answer: { status: 204, says: 'Changed.' },
      errors: [409, 429],
    },
    async ({ request, reply, caller }) => {
      const wanted = atTheDoor(change, request.body ?? {});
      const { account } = signedInOnly(caller);
      if (wanted.password !== undefined || wanted.email !== undefined) {
        await byAddress(request);
        const current = await accounts.checkPassword(account.id, wanted.currentPassword ?? '');
        if (current === 'wrong') throw forbidden('The current password is needed, and this is not it.');
      }
      if (wanted.email !== undefined) {
        const holder = await accounts.withEmail(wanted.email);
        if (holder && holder.id !== account.id) throw conflict('email-taken', 'Another account has this e-mail.');
      }
      await accounts.change(account.id, wanted);
      return signedIn(reply, wanted.password === undefined ? [] : await accounts.setPassword(account.id, wanted.password));
    },
  );
}

/** The session of a person; a token gets a 403. */
export function signedInOnly(caller: Caller): Extract<Caller, { by: 'session' }> {
  if (caller.by !== 'session') throw forbidden('That is for people who are signed in, not for tokens.');
  return caller;
}

/** Hands the cookies out with an empty answer. */
export function signedIn(reply: FastifyReply, cookies: readonly string[]): FastifyReply {
  for (const cookie of cookies) void reply.header('set-cookie', cookie);
  return reply.status(204).header('cache-control', 'no-store').send();
}
