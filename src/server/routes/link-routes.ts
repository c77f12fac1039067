import type { FastifyInstance } from 'fastify';
import type { InvitationRow } from '../../db/schema.ts';
import { limitOf } from '../edge/limit.ts';
import { notFound } from '../edge/problem.ts';
import type { Server } from '../edge/server.ts';
import { joinAs } from '../identity/join.ts';

/** The path of a one-time link. */
export const enterPath = (secret: string): string => `/enter/${secret}`;

/**
 * `GET /enter/{secret}`: lets its opener in, once, and goes on to the start page. It is opened from a terminal or a message by hand; what
 * only looks ahead (a HEAD, a prefetch) does not use it up. A person whose link lets nobody in any more is told so on the page for signing in.
 */
export function linkRoutes(app: FastifyInstance, server: Server): void {
  const limit = limitOf(app, { max: 30, minutes: 5 });
  app.get('/enter/:secret', { exposeHeadRoute: false }, async (request, reply) => {
    await limit(request);
    const looksAhead = ['sec-purpose', 'purpose'].some((name) => /prefetch|preview/i.test(String(request.headers[name] ?? '')));
    const link = looksAhead ? null : await server.links.behind((request.params as { secret: string }).secret);
    if (!link || !(await isForHere(link, server)) || !(await server.links.use(link.id))) {
      if (!looksAhead && request.headers.accept?.includes('text/html')) return reply.header('cache-control', 'no-store').redirect('/sign-in?link=spent', 303);
      throw notFound();
    }
    const cookies = await enter(link, server);
    for (const cookie of cookies) void reply.header('set-cookie', cookie);
    return reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').redirect('/', 303);
  });
}

/** Invitations of people without an account are taken up on their own page, with a name and a password. */
async function isForHere(link: InvitationRow, server: Server): Promise<boolean> {
  return link.kind === 'first-admin' || (await accountBehind(link, server)) !== null;
}

async function accountBehind({ workspace, member }: InvitationRow, { store }: Server): Promise<string | null> {
  if (workspace === null || member === null) return null;
  const host = await store.host(workspace);
  return host.read((view) => {
    const found = view.find('member', member);
    return found?.role ? found.account : null;
  });
}

async function enter(link: InvitationRow, server: Server): Promise<readonly string[]> {
  const known = await accountBehind(link, server);
  if (known !== null) return server.accounts.signInAs(known);
  const account = await server.accounts.create({ name: 'Admin', email: null, password: null });
  // A workspace that was made from the command line before anybody came has an admin whom nobody is yet.
  for (const { id } of await server.store.workspaces()) await joinAs(await server.store.host(id), account, 'first-admin');
  return server.accounts.signInAs(account.id);
}
