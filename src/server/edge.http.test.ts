import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { castApp, URL_OF_TESTS, type CastApp } from '../../test/cast-app.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';

const own = { origin: URL_OF_TESTS };
const signIn = (
  app: CastApp,
  { headers = own, address = '10.1.1.1', email = 'x@y.example' }: { headers?: Record<string, string>; address?: string; email?: string } = {},
) => app.ask({ method: 'POST', url: '/api/v1/session', headers, payload: { email, password: 'whatever it is' }, remoteAddress: address });

/** A session of somebody who may do everything. */
async function session(app: CastApp): Promise<string> {
  const account = await app.server.accounts.create({ name: 'Founder', email: null, password: null });
  const cookies = await app.server.accounts.signInAs(account.id);
  const { workspace } = await app.store.createWorkspace({
    slug: 'own',
    name: 'Own',
    isExample: false,
    admin: { name: 'Founder', email: null, account: account.id },
  });
  app.server.workspaces.forget();
  expect(workspace).toBeTruthy();
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

onBothDatabases((fresh) => {
  test('a change by cookie is taken from our own pages only', async () => {
    const app = await castApp(await fresh());
    const cookie = await session(app);
    const make = (headers: Record<string, string>) =>
      app.ask({ method: 'POST', url: '/api/v1/workspaces/own/tokens', headers: { cookie, ...headers }, payload: { name: 'T', role: 'admin' } });
    const status = async (headers: Record<string, string>) => (await make(headers)).statusCode;
    expect(await status(own)).toBe(201);
    expect(await status({ 'sec-fetch-site': 'same-origin' })).toBe(201);
    expect(await status({})).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ origin: 'http://evil.example' })).toBe(403);
    expect(await status({ origin: `${URL_OF_TESTS}.evil.example` })).toBe(403);
    expect(await status({ ...own, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ origin: 'http://other.cutline.test', 'sec-fetch-site': 'same-site' })).toBe(403);
  });

  test('a sign-in that another site sends as a form is refused, whatever its type says', async () => {
    const app = await castApp(await fresh());
    const form = 'email=x%40y.example&password=whatever';
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      expect((await app.ask({ method: 'POST', url: '/api/v1/session', headers: { ...own, 'content-type': type }, payload: form })).statusCode, type).toBe(415);
    }
    expect((await signIn(app, { headers: { origin: 'http://evil.example' } })).statusCode).toBe(403);
    expect((await signIn(app, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } })).statusCode).toBe(403);
  });

  test('a body that is too large is a 413, one that is no JSON a 400, a compressed one is not unfolded', async () => {
    const app = await castApp(await fresh());
    const headers = { authorization: `Bearer ${await app.token('pia')}`, 'content-type': 'application/json' };
    const url = '/api/v1/workspaces/northwind/batch';
    expect((await app.ask({ method: 'POST', url, headers, payload: `{"calls":"${'x'.repeat(9 * 1024 * 1024)}"}` })).json()).toMatchObject({
      status: 413,
      type: 'too-large',
    });
    for (const payload of ['{', '{"calls": NaN}', '{"__proto__": {"admin": true}}', 'not json'])
      expect((await app.ask({ method: 'POST', url, headers, payload })).json(), payload).toMatchObject({ status: 400, type: 'malformed' });
    const bomb = gzipSync(`{"calls":"${'x'.repeat(50 * 1024 * 1024)}"}`);
    expect((await app.ask({ method: 'POST', url, headers: { ...headers, 'content-encoding': 'gzip' }, payload: bomb })).statusCode).toBe(400);
    expect((await app.ask({ method: 'GET', url: '/api/v1/workspaces/%zz' })).statusCode).toBe(400);
  });

  test('a workspace is found by its id, whatever address another one was given', async () => {
    const app = await castApp(await fresh());
    const admin = { name: 'Mallory', email: null, account: 'account-mallory' };
    await app.store.createWorkspace({ slug: app.workspace, name: 'In the way', isExample: false, admin });
    app.server.workspaces.forget();
    expect((await app.as('pia', 'GET', `/api/v1/workspaces/${app.workspace}`)).json()).toMatchObject({ id: app.workspace, slug: 'northwind' });
  });

  test('a body that is nested without end is a 422, and no bug', async () => {
    const app = await castApp(await fresh());
    const headers = { authorization: `Bearer ${await app.token('pia')}`, 'content-type': 'application/json' };
    const input = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    for (const [url, payload] of [
      ['batch', `{"calls":[{"verb":"createItems","input":${input}}]}`],
      ['products/APP/items', `{"items":${input}}`],
    ] as const)
      expect((await app.ask({ method: 'POST', url: `/api/v1/workspaces/northwind/${url}`, headers, payload })).statusCode).toBe(422);
  });

  test('an unknown or mangled token is a 401 and never falls back to a cookie', async () => {
    const app = await castApp(await fresh());
    const cookie = await session(app);
    for (const authorization of ['Bearer nonsense-nonsense', 'Bearer ', 'Basic YTpi', `bearer${await app.token('ada')}`, `Bearer ${await app.token('ada')}x`]) {
      expect((await app.ask({ url: '/api/v1/me', headers: { authorization, cookie } })).statusCode, authorization).toBe(401);
    }
    const { name } = (await app.ask({ url: '/api/v1/openapi.json' })).json().components.securitySchemes.session;
    expect(cookie.startsWith(`${name}=`)).toBe(true);
    expect((await app.ask({ url: '/api/v1/me', headers: { cookie: `${name}=forged.signature` } })).statusCode).toBe(401);
  });

  test('every answer is an own problem in the one form, and a bug says nothing of itself', async () => {
    const lines: string[] = [];
    const app = await castApp(await fresh(), { logLines: lines });
    const missing = await app.as('ada', 'GET', 'items/APP-999');
    expect(missing.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(missing.json()).toEqual({ type: 'not-there', title: 'There is nothing here.', status: 404 });
    await app.store.db.schema.dropTable('tokens').execute();
    const broken = await app.ask({ url: '/api/v1/me', headers: { authorization: 'Bearer cutline_abcdefgh' } });
    expect(broken.statusCode).toBe(500);
    expect(broken.body).not.toMatch(/tokens|select|SQL/i);
    expect(lines.some((line) => line.includes('a bug') && line.includes('tokens'))).toBe(true);
  });

  test('no secret is written to the log', async () => {
    const lines: string[] = [];
    const app = await castApp(await fresh(), { logLines: lines });
    const { secret } = await app.server.links.make({ kind: 'first-admin' });
    const entered = await app.ask({ url: `/enter/${secret}` });
    const cookie = String(entered.headers['set-cookie']).split(';')[0]!;
    const made = await app.as('ada', 'POST', 'tokens', { name: 'T', role: 'admin' });
    const invited = await app.as('ada', 'POST', 'invitations', { name: 'N', email: 'n@northwind.example', role: 'guest' });
    await signIn(app);
    await app.ask({ url: '/api/v1/me', headers: { cookie: `${cookie}x` } });
    const all = lines.join('');
    expect(lines.length).toBeGreaterThan(4);
    for (const hidden of [secret, cookie.split('=')[1]!, made.json().token, invited.json().link.split('/').at(-1), 'whatever it is'])
      expect(all).not.toContain(hidden);
  });

  test('pages may run our own files only, and nobody frames them', async () => {
    const app = await castApp(await fresh());
    const { headers } = await app.ask({ url: '/api/docs' });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';worker-src 'self';manifest-src 'self';form-action 'self';base-uri 'none';object-src 'none';frame-ancestors 'none'",
    );
    const others = {
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'x-permitted-cross-domain-policies': 'none',
    };
    expect(headers).toMatchObject(others);
    expect((await app.ask({ url: '/healthz' })).headers).toMatchObject(others);
    expect((await app.ask({ url: '/nowhere' })).headers).toMatchObject(others);
    expect(headers['strict-transport-security']).toBeUndefined();
    const https = await castApp(await fresh(), { config: { url: 'https://cutline.test' } });
    expect((await https.ask({ url: '/api/docs' })).headers['strict-transport-security']).toContain('max-age=');
  });

  test('nothing redirects to where an address says', async () => {
    const app = await castApp(await fresh());
    for (const where of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example']) {
      const { secret } = await app.server.links.make({ kind: 'first-admin' });
      expect((await app.ask({ url: `/enter/${secret}?to=${encodeURIComponent(where)}` })).headers.location).toBe('/');
      expect((await app.ask({ url: `/${where}` })).headers.location).toBeUndefined();
    }
  });

  test('the API describes itself: OpenAPI 3.1 with every route, and a page to read without a script', async () => {
    const app = await castApp(await fresh());
    const document = (await app.ask({ url: '/api/v1/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described).toHaveLength(app.api.routes.length);
    expect(described).toContain('POST /api/v1/workspaces/{workspace}/products/{product}/move-items');
    const move = document.paths['/api/v1/workspaces/{workspace}/products/{product}/move-items'].post;
    expect(move.requestBody.content['application/json'].schema.properties).not.toHaveProperty('product');
    expect(Object.keys(move.responses)).toEqual(expect.arrayContaining(['200', '401', '403', '404', '409', '422']));
    expect(document.components.responses.Invalid.content['application/problem+json'].example.errors).toHaveLength(1);
    const page = await app.ask({ url: '/api/docs' });
    for (const { id } of app.api.routes) expect(page.body).toContain(`id="${id}"`);
    expect(page.body).not.toMatch(/<script|style=|onclick/);
  });

  test('health, readiness and metrics answer, and metrics hold no address of anybody', async () => {
    const app = await castApp(await fresh());
    await app.as('ada', 'GET', 'items/APP-1');
    expect((await app.ask({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
    expect((await app.ask({ url: '/readyz' })).json()).toEqual({ status: 'ready' });
    const metrics = (await app.ask({ url: '/metrics' })).body;
    expect(metrics).toContain('cutline_http_request_seconds_count{method="GET",route="/api/v1/workspaces/:workspace/items/:id",status="200"} 1');
    expect(metrics).not.toContain('northwind');
  });
});
