import { expect, test } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';
import { CAST } from '../../test/builders/cast.ts';
import { appOver, castApp, URL_OF_TESTS, type CastApp } from '../../test/cast-app.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';

const own = { origin: URL_OF_TESTS };
const PASSWORD = 'correct horse battery';
const cookieOf = (answer: LightMyRequestResponse): string => String(answer.headers['set-cookie']).split(';')[0]!;
const secretIn = (link: string): string => link.split('/').at(-1)!;

/** Somebody invited by the admin, with their session. */
async function joined(app: CastApp, email = 'new@northwind.example', role = 'team-member'): Promise<string> {
  const { link } = (await app.as('ada', 'POST', 'invitations', { name: 'Newcomer', email, role })).json();
  const taken = await app.ask({
    method: 'POST',
    url: `/api/v1/invitations/${secretIn(link)}`,
    headers: own,
    payload: { name: 'Nora New', password: PASSWORD },
  });
  expect(taken.statusCode, taken.body).toBe(204);
  return cookieOf(taken);
}
const signIn = (app: CastApp, given: { email: unknown; password: unknown }, headers: Record<string, string> = own) =>
  app.ask({ method: 'POST', url: '/api/v1/session', headers, payload: given });

onBothDatabases((fresh) => {
  test('the first link signs its opener in as admin, once', async () => {
    const data = await fresh();
    const app = await castApp(data);
    const { secret } = await app.server.links.make({ kind: 'first-admin' });
    expect((await app.ask({ method: 'HEAD', url: `/enter/${secret}` })).statusCode).toBe(404);
    expect((await app.ask({ url: `/enter/${secret}`, headers: { 'sec-purpose': 'prefetch' } })).statusCode).toBe(404);
    const opened = await Promise.all([1, 2, 3].map(() => app.ask({ url: `/enter/${secret}` })));
    expect(opened.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([303, 404, 404]);
    const entered = opened.find(({ statusCode }) => statusCode === 303)!;
    expect(entered.headers).toMatchObject({ location: '/', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(String(entered.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
    const me = await app.ask({ url: '/api/v1/me', headers: { cookie: cookieOf(entered) } });
    expect(me.json()).toMatchObject({ user: { email: null, hasPassword: false }, workspaces: [] });
    expect((await app.ask({ url: `/enter/${secret}` })).statusCode).toBe(404);
  });

  test('when the only workspace, the example, is gone, who came first begins anew, and nobody who was invited', async () => {
    const store = await (await fresh()).open();
    const app = await appOver(store);
    const post = async (cookie: string, path: string, payload: object) =>
      app.http.inject({ method: 'POST', url: `/api/v1/workspaces${path}`, headers: { ...own, cookie }, payload });
    const remove = async (cookie: string) => app.http.inject({ method: 'DELETE', url: '/api/v1/workspaces/example', headers: { ...own, cookie } });
    const { secret } = await app.server.links.make({ kind: 'first-admin' });
    const first = cookieOf(await app.http.inject({ url: `/enter/${secret}` }));
    expect((await post(first, '', { example: true })).statusCode).toBe(201);
    const [reader, boss] = await Promise.all(
      (['stakeholder', 'admin'] as const).map(async (role) => {
        const { link } = (await post(first, '/example/invitations', { name: role, email: `${role}@northwind.example`, role })).json();
        const url = `/api/v1/invitations/${secretIn(link)}`;
        return cookieOf(await app.http.inject({ method: 'POST', url, headers: own, payload: { name: role, password: PASSWORD } }));
      }),
    );
    expect((await remove(boss!)).json()).toMatchObject({ status: 409, type: 'last-workspace' });
    expect((await remove(first)).statusCode).toBe(204);
    for (const cookie of [reader!, boss!]) {
      expect((await post(cookie, '', { example: true })).statusCode).toBe(403);
      expect((await post(cookie, '', { name: 'Mine' })).statusCode).toBe(403);
    }
    expect((await post(first, '', { name: 'Northwind' })).statusCode).toBe(201);
    await app.http.close();
  });

  test('an invitation is taken up once, with a name and a password that sign in afterwards', async () => {
    const app = await castApp(await fresh());
    const invited = await app.as('ada', 'POST', 'invitations', { name: 'Newcomer', email: 'New@Northwind.example', role: 'stakeholder' });
    expect(invited.statusCode).toBe(201);
    const { link, member } = invited.json();
    expect(link).toMatch(/^http:\/\/cutline\.test\/join\/in_/);
    const url = `/api/v1/invitations/${secretIn(link)}`;
    expect((await app.ask({ url })).json()).toEqual({
      workspace: { name: 'Northwind', slug: 'northwind' },
      name: 'Newcomer',
      email: 'new@northwind.example',
      role: 'stakeholder',
      hasAccount: false,
    });
    expect((await app.ask({ method: 'POST', url, headers: own, payload: { name: 'Nora', password: 'short' } })).json()).toMatchObject({
      status: 422,
      errors: [{ path: 'password' }],
    });
    const takings = await Promise.all([1, 2, 3, 4, 5].map(() => app.ask({ method: 'POST', url, headers: own, payload: { name: 'Nora', password: PASSWORD } })));
    expect(takings.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([204, 404, 404, 404, 404]);
    expect((await app.ask({ url })).statusCode).toBe(404);
    const signedIn = await signIn(app, { email: 'new@northwind.example', password: PASSWORD });
    expect(signedIn.statusCode).toBe(204);
    const me = (await app.ask({ url: '/api/v1/me', headers: { cookie: cookieOf(signedIn) } })).json();
    expect(me).toMatchObject({
      user: { name: 'Nora', email: 'new@northwind.example', hasPassword: true },
      workspaces: [{ slug: 'northwind', role: 'stakeholder', member }],
    });
  });

  test('an invitation without an address is taken up with one that is said then, by nobody who is in already', async () => {
    const app = await castApp(await fresh());
    const cookie = await joined(app);
    const invite = async (name: string) => (await app.as('ada', 'POST', 'invitations', { name, role: 'team-member' })).json();
    const first = await invite('Somebody');
    const url = `/api/v1/invitations/${secretIn(first.link)}`;
    expect((await app.ask({ url })).json()).toMatchObject({ name: 'Somebody', email: null, hasAccount: false });
    const take = (payload: object, headers: Record<string, string> = own) => app.ask({ method: 'POST', url, headers, payload });
    expect((await take({ name: 'Sol', password: PASSWORD })).json()).toMatchObject({ status: 422, errors: [{ path: 'email' }] });
    expect((await take({ name: 'Sol', password: PASSWORD, email: 'new@northwind.example' })).json()).toMatchObject({ status: 409, type: 'has-account' });
    expect((await take({ email: 'new@northwind.example' }, { ...own, cookie })).json()).toMatchObject({ status: 409, type: 'member-exists' });
    expect((await take({ name: 'Sol', password: PASSWORD, email: 'Sol@Northwind.example' })).statusCode).toBe(204);
    expect((await app.as('ada', 'GET', `members/${first.member}`)).json()).toMatchObject({ name: 'Sol', email: 'sol@northwind.example', role: 'team-member' });
  });

  test('only who manages members invites, and a newer invitation ends the older one', async () => {
    const app = await castApp(await fresh());
    const body = { name: 'X', email: 'x@northwind.example', role: 'admin' };
    for (const who of ['pia', 'tom', 'sam', 'gus'] as const) expect((await app.as(who, 'POST', 'invitations', body)).statusCode).toBe(403);
    const first = (await app.as('ada', 'POST', 'invitations', body)).json();
    expect((await app.as('ada', 'POST', 'invitations', body)).json().refusals).toEqual([{ code: 'member-exists', member: first.member }]);
    const second = (await app.as('ada', 'POST', 'invitations', { ...body, member: first.member })).json();
    expect((await app.ask({ url: `/api/v1/invitations/${secretIn(first.link)}` })).statusCode).toBe(404);
    expect((await app.ask({ url: `/api/v1/invitations/${secretIn(second.link)}` })).statusCode).toBe(200);
    expect((await app.as('ada', 'GET', 'invitations')).json().data).toMatchObject([{ member: first.member }]);
    expect((await app.as('pia', 'GET', 'invitations')).statusCode).toBe(403);
  });

  test('an invitation to an address that has an account is taken up by that account only', async () => {
    const app = await castApp(await fresh());
    const cookie = await joined(app);
    const invited = await app.as('stranger', 'POST', '/api/v1/workspaces/elsewhere/invitations', {
      name: 'N',
      email: 'new@northwind.example',
      role: 'guest',
      products: ['APP'],
    });
    const url = `/api/v1/invitations/${secretIn(invited.json().link)}`;
    expect((await app.ask({ method: 'POST', url, headers: own, payload: { name: 'Thief', password: PASSWORD } })).json()).toMatchObject({
      status: 409,
      type: 'has-account',
    });
    expect((await app.ask({ method: 'POST', url, headers: { ...own, cookie }, payload: {} })).statusCode).toBe(204);
    const slugs = (await app.ask({ url: '/api/v1/me', headers: { cookie } })).json().workspaces.map(({ slug }: { slug: string }) => slug);
    expect(slugs.toSorted()).toEqual(['elsewhere', 'northwind']);
  });

  test('a wrong password and an unknown address are told alike', async () => {
    const app = await castApp(await fresh());
    await joined(app);
    const wrong = await signIn(app, { email: 'new@northwind.example', password: 'not the password' });
    const unknown = await signIn(app, { email: 'nobody@northwind.example', password: 'not the password' });
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(wrong.body).toBe(unknown.body);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  test('a list of addresses, an object or an array instead of a text signs nobody in', async () => {
    const app = await castApp(await fresh());
    await joined(app);
    for (const email of [['new@northwind.example', 'x@evil.example'], { $ne: null }, 7, null])
      expect((await signIn(app, { email, password: PASSWORD })).json()).toMatchObject({ status: 422, errors: [{ path: 'email' }] });
  });

  test('signing out ends the session at once, and so does a new password for all others', async () => {
    const app = await castApp(await fresh());
    const first = await joined(app);
    const second = cookieOf(await signIn(app, { email: 'new@northwind.example', password: PASSWORD }));
    const me = async (cookie: string) => (await app.ask({ url: '/api/v1/me', headers: { cookie } })).statusCode;
    expect([await me(first), await me(second)]).toEqual([200, 200]);
    const change = (currentPassword: string) =>
      app.ask({ method: 'PATCH', url: '/api/v1/me', headers: { ...own, cookie: second }, payload: { password: 'another good password', currentPassword } });
    expect((await change('wrong')).statusCode).toBe(403);
    const changed = await change(PASSWORD);
    expect(changed.statusCode).toBe(204);
    expect([await me(first), await me(second), await me(cookieOf(changed))]).toEqual([401, 401, 200]);
    expect((await signIn(app, { email: 'new@northwind.example', password: PASSWORD })).statusCode).toBe(401);
    await app.ask({ method: 'DELETE', url: '/api/v1/session', headers: { ...own, cookie: cookieOf(changed) } });
    expect(await me(cookieOf(changed))).toBe(401);
  });

  test('who lost their role is out at once, whatever cookie or token they hold', async () => {
    const app = await castApp(await fresh());
    const cookie = await joined(app);
    const [{ member }] = (await app.ask({ url: '/api/v1/me', headers: { cookie } })).json().workspaces;
    const made = await app.ask({
      method: 'POST',
      url: '/api/v1/workspaces/northwind/tokens',
      headers: { ...own, cookie },
      payload: { name: 'Mine', role: 'team-member' },
    });
    const asked = async () => [
      (await app.ask({ url: '/api/v1/workspaces/northwind/items', headers: { cookie } })).statusCode,
      (await app.ask({ url: '/api/v1/workspaces/northwind/items', headers: { authorization: `Bearer ${made.json().token}` } })).statusCode,
    ];
    expect(await asked()).toEqual([200, 200]);
    await app.as('ada', 'PATCH', `members/${member}`, { role: null });
    expect(await asked()).toEqual([404, 404]);
  });

  test('a token is shown once, kept as a hash, listed to its owner and revoked at once', async () => {
    const app = await castApp(await fresh());
    const made = (await app.as('tom', 'POST', 'tokens', { name: 'Script', role: 'team-member' })).json();
    const rows = JSON.stringify(await app.store.db.selectFrom('tokens').selectAll().execute());
    expect(rows).not.toContain(made.token);
    const listed = await app.as('tom', 'GET', 'tokens');
    expect(listed.body).not.toContain(made.token);
    expect(listed.json().data).toContainEqual(expect.objectContaining({ id: made.id, name: 'Script', member: CAST.tom.id }));
    expect((await app.as('pia', 'DELETE', `tokens/${made.id}`)).statusCode).toBe(404);
    const ask = async () => (await app.ask({ url: '/api/v1/me', headers: { authorization: `Bearer ${made.token}` } })).statusCode;
    expect(await ask()).toBe(200);
    expect((await app.as('tom', 'DELETE', `tokens/${made.id}`)).statusCode).toBe(204);
    expect(await ask()).toBe(401);
    expect((await app.as('stranger', 'DELETE', `/api/v1/workspaces/elsewhere/tokens/${made.id}`)).statusCode).toBe(404);
  });

  test('an admin lets somebody in again by a link that works once', async () => {
    const app = await castApp(await fresh());
    const cookie = await joined(app);
    const [{ member }] = (await app.ask({ url: '/api/v1/me', headers: { cookie } })).json().workspaces;
    expect((await app.as('pia', 'POST', `members/${member}/link`)).statusCode).toBe(403);
    const { link } = (await app.as('ada', 'POST', `members/${member}/link`)).json();
    const entered = await app.ask({ url: new URL(link).pathname });
    expect(entered.statusCode).toBe(303);
    expect((await app.ask({ url: '/api/v1/me', headers: { cookie: cookieOf(entered) } })).json()).toMatchObject({ user: { name: 'Nora New' } });
    expect((await app.ask({ url: new URL(link).pathname })).statusCode).toBe(404);
  });

  test('the first door makes a workspace with its maker as admin; members of one who are no admins make none', async () => {
    const app = await castApp(await fresh());
    const { secret } = await app.server.links.make({ kind: 'first-admin' });
    const first = cookieOf(await app.ask({ url: `/enter/${secret}` }));
    const admin = await joined(app, 'boss@northwind.example', 'admin');
    const make = (cookie: string, payload: object) => app.ask({ method: 'POST', url: '/api/v1/workspaces', headers: { ...own, cookie }, payload });
    expect((await make(admin, { name: 'Ärger & Söhne' })).json()).toMatchObject({ slug: 'arger-sohne', name: 'Ärger & Söhne', role: 'admin' });
    expect((await make(admin, { name: 'Ärger & Söhne' })).json()).toMatchObject({ slug: 'arger-sohne-2' });
    expect((await make(admin, { name: 'Api', slug: 'api' })).json()).toMatchObject({ status: 409, type: 'slug-taken' });
    expect((await make(admin, { example: true })).json()).toMatchObject({ slug: 'example', name: 'Example', isExample: true });
    expect((await make(await joined(app), { name: 'Mine' })).statusCode).toBe(403);
    expect((await make(first, { name: 'Mine' })).statusCode).toBe(403);
    expect(
      (
        await app.ask({
          method: 'POST',
          url: '/api/v1/workspaces',
          headers: { authorization: `Bearer ${await app.token('ada')}` },
          payload: { name: 'By token' },
        })
      ).statusCode,
    ).toBe(403);
    const remove = (slug: string) => app.ask({ method: 'DELETE', url: `/api/v1/workspaces/${slug}`, headers: { ...own, cookie: admin } });
    expect((await remove('arger-sohne')).json()).toMatchObject({ status: 409, type: 'not-the-example' });
    expect((await remove('example')).statusCode).toBe(204);
    expect((await remove('example')).statusCode).toBe(404);
  });
});
