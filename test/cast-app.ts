import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import type { Host } from '../src/db/host.ts';
import type { Store } from '../src/db/store.ts';
import { createItems } from '../src/domain/backlog/create-items.ts';
import type { Role } from '../src/domain/kernel/permission.ts';
import type { Call } from '../src/domain/kernel/perform.ts';
import type { Collections } from '../src/domain/collections.ts';
import { buildApp, type App } from '../src/server/app.ts';
import type { Config } from '../src/server/config.ts';
import { APP, CAST, WEB, type Name } from './builders/cast.ts';
import { makeAny } from './builders/edit.ts';
import { founding } from './builders/founding.ts';
import type { FreshData } from './fresh-store.ts';
import { newMutation } from './new-mutation.ts';

/** The address under which the tests' app believes to be reached. */
export const URL_OF_TESTS = 'http://cutline.test';

/** The real app over a store of its own, with the cast in a workspace `northwind` and a stranger, admin of another one, `elsewhere`. */
export interface CastApp extends App {
  readonly store: Store;
  readonly workspace: string;
  readonly host: Host;
  /** Ids of three items of APP, best first, and of one of WEB. */
  readonly items: { readonly app: readonly string[]; readonly web: string };
  readonly elsewhere: { readonly workspace: string; readonly item: string; readonly product: string };
  /** A token's secret: of a member, or of the stranger. */
  token(of: Name | 'stranger', role?: Role): Promise<string>;
  /** Asks as somebody, with a token of theirs. Paths that do not begin with a slash are of `northwind`. */
  as(...asking: Asking): Promise<LightMyRequestResponse>;
  /** Asks with nothing but what is given. */
  ask(options: InjectOptions): Promise<LightMyRequestResponse>;
}
type Asking = [who: Name | 'stranger', method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown];

interface Options {
  readonly config?: Partial<Pick<Config, 'trustProxy' | 'url'>>;
  readonly logLines?: string[];
  readonly mostImportBytes?: number;
}

/** The real app over a store, whatever is in it. */
export async function appOver(store: Store, { config = {}, logLines, mostImportBytes }: Options = {}): Promise<App> {
  const log = logLines ? pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) }) : pino({ level: 'silent' });
  const app = await buildApp({
    store,
    config: { trustProxy: false, url: URL_OF_TESTS, ...config },
    secret: 'a secret of the tests, long enough to sign with',
    url: () => URL_OF_TESTS,
    log,
    version: '0.0.0',
    webDir: null,
    seedExample: async () => undefined,
    ...(mostImportBytes === undefined ? {} : { mostImportBytes }),
  });
  await app.http.ready();
  return app;
}

export async function castApp(data: FreshData, options: Options = {}): Promise<CastApp> {
  const store = await data.open();
  const app = await appOver(store, options);
  const admin = { name: 'Founder', email: null, account: 'account-founder' };
  const { workspace } = await store.createWorkspace({ slug: 'northwind', name: 'Northwind', isExample: false, admin });
  const host = await store.host(workspace);
  await write(
    host,
    founding().flatMap((change) => (change.op === 'create' && change.in !== 'workspace' ? [call(makeAny, { in: change.in, record: change.record })] : [])),
  );
  const other = await store.createWorkspace({ slug: 'elsewhere', name: 'Elsewhere', isExample: false, admin: { ...admin, account: 'account-stranger' } });
  const elsewhere = await foundElsewhere(await store.host(other.workspace));
  const items = { app: await addItems(host, APP, ['One', 'Two', 'Three']), web: (await addItems(host, WEB, ['Web one']))[0]! };
  const secrets = new Map<string, Promise<string>>();
  const token = (of: Name | 'stranger', role?: Role): Promise<string> => {
    const key = `${of}/${role}`;
    const made = secrets.get(key);
    if (made) return made;
    const whose = of === 'stranger' ? { workspace: other.workspace, member: other.member } : { workspace, member: CAST[of].id };
    const making = app.server.tokens.make({ ...whose, name: 'test', role: role ?? 'admin' }).then(({ secret }) => secret);
    secrets.set(key, making);
    return making;
  };
  return {
    ...app,
    store,
    workspace,
    host,
    items,
    elsewhere: { workspace: other.workspace, ...elsewhere },
    token,
    ask: (options) => app.http.inject(options),
    as: async (...[who, method, path, body]) => {
      const url = path.startsWith('/') ? path : `/api/v1/workspaces/northwind/${path}`;
      const headers = { authorization: `Bearer ${await token(who)}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
      return app.http.inject({ method, url, headers, ...(body === undefined ? {} : { payload: JSON.stringify(body) }) });
    },
  };
}

const call = (verb: unknown, input: unknown): Call<Collections> => ({ verb, input }) as Call<Collections>;

const write = (host: Host, calls: readonly Call<Collections>[]) => host.run({ mutation: newMutation(), actor: null, calls, access: null });

async function addItems(host: Host, product: string, titles: readonly string[]): Promise<string[]> {
  const input = createItems.input.parse({ product, items: titles.map((title) => ({ title })) });
  const { entry } = await write(host, [call(createItems, input)]);
  return entry!.changes.flatMap((change) => (change.op === 'create' ? [change.record.id] : []));
}

/** A workspace with a product of the same key, so that only the ids differ. */
async function foundElsewhere(host: Host): Promise<{ product: string; item: string }> {
  const ofApp = founding().flatMap((change) =>
    change.op === 'create' && (change.record.id === APP || ('product' in change.record && change.record.product === APP)) ? [change] : [],
  );
  const product = '00000000-0000-7000-8000-0000000000e1';
  const moved = ofApp.map(({ in: collection, record }) => {
    const id = record.id === APP ? product : record.id.replace('8000', '8eee');
    return call(makeAny, { in: collection, record: { ...record, id, ...('product' in record ? { product } : {}) } });
  });
  await write(host, moved);
  const [item] = await addItems(host, product, ['Secret elsewhere']);
  return { product, item: item! };
}
