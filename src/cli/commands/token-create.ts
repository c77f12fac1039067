import { openStore, type Store, type WorkspaceInfo } from '../../db/store.ts';
import { ROLES, type Role } from '../../domain/kernel/permission.ts';
import { membersByName } from '../../domain/member/member.ts';
import { seedExample } from '../../server/example.ts';
import { Tokens } from '../../server/identity/tokens.ts';
import { needed, one, onlyNames, WrongUse } from '../arguments.ts';
import type { Command } from '../command.ts';

/** Opens the database itself, also while a server runs: the first token can't be asked for with a token. */
export const tokenCreate: Command = {
  name: 'token create',
  does: 'Make a token for the API and print it. It acts for the workspace’s first admin, with at most the role given.',
  usage: () => '--role <role> [--workspace <slug>] [--name <name>]',
  options: () => [
    `--role  ${ROLES.join(' | ')}`,
    '--workspace  slug of the workspace; needed where there are several. Where there is none, Example is made',
    '--name  what it is for',
  ],
  async run(args, { config, print }) {
    onlyNames(args, ['role', 'workspace', 'name']);
    const role = roleOf(needed(args, 'role'));
    const store = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, as: 'guest' });
    try {
      const workspace = await workspaceFor(store, one(args, 'workspace'));
      const member = await firstAdmin(store, workspace.id);
      const { secret } = await new Tokens(store.db).make({ workspace: workspace.id, member, name: one(args, 'name') ?? 'command line', role });
      print(secret);
    } finally {
      await store.close();
    }
  },
};

function roleOf(text: string): Role {
  const role = ROLES.find((one) => one === text);
  if (!role) throw new WrongUse(`--role is one of ${ROLES.join(', ')}.`);
  return role;
}

async function workspaceFor(store: Store, slug: string | undefined): Promise<WorkspaceInfo> {
  const all = await store.workspaces();
  const named = slug === undefined ? undefined : all.find((workspace) => workspace.slug === slug);
  if (slug !== undefined && !named)
    throw new WrongUse(`There is no workspace ${slug}${all.length > 0 ? `; there is ${all.map((one) => one.slug).join(', ')}` : ''}.`);
  const [only, another] = all;
  if (named) return named;
  if (another) throw new WrongUse(`There are several workspaces: name one with --workspace, ${all.map((one) => one.slug).join(' or ')}.`);
  return only ?? makeExample(store);
}

async function makeExample(store: Store): Promise<WorkspaceInfo> {
  const info = { slug: 'example', name: 'Example', isExample: true };
  const { workspace, member } = await store.createWorkspace({ ...info, admin: { name: 'Admin', email: null, account: null } });
  await seedExample(await store.host(workspace), member);
  return { id: workspace, ...info };
}

/** The admin who has been there longest. */
async function firstAdmin(store: Store, workspace: string): Promise<string> {
  const host = await store.host(workspace);
  const admins = await host.read((view) => [...view.list(membersByName, 'all')].flatMap(({ id, role }) => (role === 'admin' ? [id] : [])));
  const [first] = admins.toSorted((a, b) => (a < b ? -1 : 1));
  if (first === undefined) throw new Error('The workspace has no admin.');
  return first;
}
