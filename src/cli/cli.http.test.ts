import { expect, test } from 'vitest';
import { castApp, type CastApp } from '../../test/cast-app.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';
import { readConfig } from '../server/config.ts';
import { readings } from '../domain/readings.ts';
import { verbs } from '../domain/verbs.ts';
import { kebabCase } from './arguments.ts';
import { commands, runCommand, type ExitCode } from './run.ts';

interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly complaint: string;
}

/** Runs a command as a shell would, with this environment and this standard input. */
async function cutline(env: Record<string, string>, given: readonly string[], input = ''): Promise<Ran> {
  const out: string[] = [];
  const complaints: string[] = [];
  const terminal = () => ({ config: readConfig(env), print: (line: string) => void out.push(line), input: async () => input });
  const code = await runCommand(given, { terminal, complain: (line) => void complaints.push(line) });
  return { code, out: out.join('\n'), complaint: complaints.join('\n') };
}

test('there is a command for every verb and every reading, and help says what each does in its own words', async () => {
  const names = commands.map(({ name }) => name);
  for (const { name } of [...verbs, ...readings]) expect(names).toContain(kebabCase(name));
  const { out } = await cutline({}, ['help']);
  for (const { does } of [...verbs, ...readings]) expect(out).toContain(does);
  const one = await cutline({}, ['help', 'move-items']);
  expect(one.out).toMatch(/^cutline move-items --product … --items … --place …/);
  expect((await cutline({}, ['move-items', '--help'])).out).toBe(one.out);
  expect((await cutline({}, ['token', 'create', '--help'])).out).toContain('--role  admin | product-manager | team-member | stakeholder | guest');
});

onBothDatabases((fresh) => {
  async function listening(): Promise<{ app: CastApp; env: (token: string) => Record<string, string> }> {
    const app = await castApp(await fresh());
    const url = await app.http.listen({ port: 0, host: '127.0.0.1' });
    return { app, env: (token) => ({ CUTLINE_URL: url, CUTLINE_TOKEN: token }) };
  }

  test('a verb is called by name, a reading asked, records listed; what comes back is JSON', async () => {
    const { app, env } = await listening();
    const pia = env(await app.token('pia'));
    const made = await cutline(pia, ['create-items', '--product', 'APP', '--items', '[{"title":"Four, five"}]', '--place={"to":"top"}']);
    expect(made).toMatchObject({ code: 0, complaint: '' });
    expect(JSON.parse(made.out)).toMatchObject({ outcome: 'applied', data: [{ key: 'APP-4', position: 1 }] });
    const moved = await cutline(pia, ['move-items', '--product', 'APP', '--items', 'APP-4,APP-1', '--place', '{"to":"bottom"}', '--workspace', 'northwind']);
    expect(JSON.parse(moved.out)).toMatchObject({ outcome: 'applied' });
    const byJson = await cutline(pia, ['move-items', '--json', '-'], JSON.stringify({ product: 'APP', items: ['APP-3'], place: { to: 'top' } }));
    expect(byJson.code).toBe(0);
    const listed = JSON.parse((await cutline(pia, ['list', 'items', '--product', 'APP'])).out) as { key: string }[];
    expect(listed.map(({ key }) => key)).toEqual(['APP-3', 'APP-2', 'APP-4', 'APP-1']);
    expect(JSON.parse((await cutline(pia, ['list', 'items', 'app-4'])).out)).toMatchObject({ title: 'Four, five' });
    const lines = await cutline(pia, ['cutline', '--product', 'APP']);
    expect(lines.code, lines.complaint).toBe(0);
    expect(JSON.parse(lines.out).rows).toHaveLength(4);
    await app.http.close();
  });

  test('what goes wrong is one sentence, and the exit code says of what kind', async () => {
    const { app, env } = await listening();
    const tom = env(await app.token('tom', 'team-member'));
    const move = ['move-items', '--product', 'APP', '--items', 'APP-1', '--place', '{"to":"top"}'];
    expect(await cutline(tom, move)).toEqual({ code: 1, out: '', complaint: 'That is not allowed (403): not-allowed may=rank-items.' });
    expect(await cutline(env(await app.token('pia')), ['move-items', '--product', 'APP', '--items', 'APP-9', '--place', '{"to":"top"}'])).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('not-there collection=item id=APP-9'),
    });
    expect(await cutline(tom, ['move-items', '--product', 'APP', '--items', 'APP-1', '--place', '{"to":"up"}'])).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('(422): place.to:'),
    });
    expect(await cutline(tom, ['move-items', '--items', 'APP-1'])).toMatchObject({ code: 2, complaint: '--product is missing.' });
    expect(await cutline(tom, ['move-items', '--prodct', 'APP'])).toMatchObject({
      code: 2,
      complaint: expect.stringMatching(/^There is no --prodct here; there are --product/),
    });
    expect(await cutline(tom, ['fly'])).toEqual({ code: 2, out: '', complaint: 'There is no command fly; `cutline help` lists them.' });
    expect(await cutline(tom, ['list', 'dragons'])).toMatchObject({ code: 2 });
    expect(await cutline(env('cutline_not-a-token-at-all'), move)).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('The token is unknown or was revoked.'),
    });
    expect(await cutline({ CUTLINE_URL: tom['CUTLINE_URL']! }, move)).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('CUTLINE_TOKEN is not set'),
    });
    await app.http.close();
    expect(await cutline(tom, move)).toMatchObject({ code: 3, complaint: expect.stringMatching(/^No server answers at http/) });
  });

  test('token create makes Example when there is no workspace, takes the only one, and asks which when there are several', async () => {
    const data = await fresh();
    const env = { CUTLINE_DATA_DIR: data.options.dataDir, ...(data.options.databaseUrl ? { DATABASE_URL: data.options.databaseUrl } : {}) };
    const first = await cutline(env, ['token', 'create', '--role', 'product-manager']);
    expect(first).toMatchObject({ code: 0, complaint: '' });
    expect(first.out).toMatch(/^cutline_[\w-]{43}$/);
    const store = await data.open();
    expect(await store.workspaces()).toMatchObject([{ slug: 'example', name: 'Example', isExample: true }]);
    const again = await cutline(env, ['token', 'create', '--role', 'guest']);
    expect(again.code).toBe(0);
    expect(await store.workspaces()).toHaveLength(1);
    await store.createWorkspace({ slug: 'own', name: 'Own', isExample: false, admin: { name: 'A', email: null, account: null } });
    expect(await cutline(env, ['token', 'create', '--role', 'admin'])).toMatchObject({
      code: 2,
      complaint: expect.stringContaining('name one with --workspace, example or own'),
    });
    expect((await cutline(env, ['token', 'create', '--role', 'admin', '--workspace', 'own'])).code).toBe(0);
    expect(await cutline(env, ['token', 'create', '--role', 'boss'])).toMatchObject({
      code: 2,
      complaint: '--role is one of admin, product-manager, team-member, stakeholder, guest.',
    });
    expect(await cutline(env, ['token', 'create', '--role', 'admin', '--workspace', 'none'])).toMatchObject({ code: 2 });
    const hashes = await store.db.selectFrom('tokens').select('hash').execute();
    expect(hashes).toHaveLength(3);
    expect(JSON.stringify(hashes)).not.toContain(first.out);
    expect(await cutline(env, ['rebuild'])).toMatchObject({ code: 1, complaint: expect.stringContaining('Another Cutline is using this data.') });
    await store.close();
    expect(await cutline(env, ['rebuild', '--workspace', 'own'])).toMatchObject({ code: 0, out: expect.stringMatching(/^own: /) });
    expect(await cutline(env, ['upgrade'])).toMatchObject({ code: 0, out: 'The data is up to date.' });
  });
});
