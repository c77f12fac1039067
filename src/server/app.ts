import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Store } from '../db/store.ts';
import type { Config } from './config.ts';
import { Api } from './edge/api.ts';
import { Callers } from './edge/caller.ts';
import { answerError } from './edge/errors.ts';
import { malformed } from './edge/problem.ts';
import type { SeedExample, Server } from './edge/server.ts';
import { Workspaces } from './edge/standing.ts';
import { registerHealth } from './health-routes.ts';
import { Accounts } from './identity/accounts.ts';
import { Links } from './identity/links.ts';
import { Tokens } from './identity/tokens.ts';
import { MOST_IMPORT_BYTES } from './import/import-files.ts';
import { registerMetrics } from './metrics.ts';
import { registerDocs } from './openapi/docs-routes.ts';
import { batchRoute } from './routes/batch-route.ts';
import { changesRoute } from './routes/changes-route.ts';
import { importRoutes } from './routes/import-routes.ts';
import { invitationRoutes } from './routes/invitation-routes.ts';
import { linkRoutes } from './routes/link-routes.ts';
import { meRoute } from './routes/me-route.ts';
import { historyReadingRoutes, readingRoutes } from './routes/reading-routes.ts';
import { resourceRoutes } from './routes/resource-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { tokenRoutes } from './routes/token-routes.ts';
import { publishedNotesRoutes } from './routes/published-notes-routes.ts';
import { verbRoutes } from './routes/verb-routes.ts';
import { workspaceRoutes } from './routes/workspace-routes.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import { syncRoutes } from './sync/sync-routes.ts';
import { registerWebFiles } from './web-files.ts';

/** In bytes: 500 imported rows with long descriptions, and nothing that a person writes. */
const BODY_LIMIT = 8 * 1024 * 1024;

export interface AppOptions {
  readonly store: Store;
  readonly config: Pick<Config, 'trustProxy' | 'url'>;
  /** Signs sessions. */
  readonly secret: string;
  /** Where people reach the server; asked once it listens. */
  readonly url: () => string;
  readonly log: FastifyBaseLogger;
  readonly version: string;
  /** The folder of the built web; null: there is none, as in tests of the API. */
  readonly webDir: string | null;
  readonly seedExample: SeedExample;
  /** How large a file to import may be. */
  readonly mostImportBytes?: number;
}

/** The application with what else starts and stops with it. */
export interface App {
  readonly http: FastifyInstance;
  readonly server: Server;
  readonly api: Api;
}

/** Routes have no schemas of Fastify's own (zod checks at the door), so that its compilers, which cost a tenth of the start, are not loaded. */
const noSchemas = () => () => {
  throw new Error('a route was given a schema of Fastify’s own');
};

/** The whole server but for listening. */
export async function buildApp({
  store,
  config,
  secret,
  url,
  log,
  version,
  webDir,
  seedExample,
  mostImportBytes = MOST_IMPORT_BYTES,
}: AppOptions): Promise<App> {
  const http: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy && [...config.trustProxy],
    bodyLimit: BODY_LIMIT,
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    genReqId: () => randomUUID(),
    childLoggerFactory: (logger) => logger, // whatever is logged of a request names its id itself
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void answerError(error, request, reply),
  });
  http.setErrorHandler(answerError);
  takeOnlyJson(http);
  logResponses(http);
  registerSecurityHeaders(http, { isHttps: config.url?.startsWith('https:') ?? false });
  await http.register(rateLimit, { global: false });
  // Bodies that come in compressed are refused: nothing can unfold in here.
  await http.register(compress, { globalDecompression: false, threshold: 1024, brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });
  registerMetrics(http);
  registerHealth(http, store);

  const accounts = new Accounts({ store, secret, url });
  const tokens = new Tokens(store.db);
  const workspaces = new Workspaces(store);
  const callers = new Callers({ accounts, tokens, url: config.url });
  const server: Server = { config, store, accounts, tokens, links: new Links(store.db), workspaces, seedExample, url };
  const api = new Api(http, { callers, workspaces });
  registerRoutes(http, api, { ...server, callers, mostImportBytes });
  registerDocs(http, { routes: api.routes, about: () => ({ url: url(), cookie: accounts.cookieName, version }) });
  await registerWebFiles(http, webDir);
  return { http, server, api };
}

function registerRoutes(http: FastifyInstance, api: Api, server: Server & { readonly callers: Callers; readonly mostImportBytes: number }): void {
  sessionRoutes(http, api, server);
  linkRoutes(http, server);
  meRoute(api, server);
  workspaceRoutes(api, server);
  invitationRoutes(http, api, server);
  tokenRoutes(http, api, server);
  publishedNotesRoutes(http, api, server);
  importRoutes(http, api, {
    ...server,
    onClose: (close) => http.addHook('onClose', close),
    report: (error) => http.log.error({ err: error }, 'an import failed'),
  });
  verbRoutes(api);
  batchRoute(api);
  changesRoute(api, syncRoutes(http, api, server));
  readingRoutes(api);
  historyReadingRoutes(api);
  resourceRoutes(api);
}

/** JSON and nothing else: a form of another site can't send it without being asked. No body at all is fine, whatever its type says. */
function takeOnlyJson(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  const parse = http.getDefaultJsonParser('error', 'error');
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null);
    if (request.headers['content-encoding'] !== undefined) return done(malformed('A body is sent as it is, not compressed.'));
    return parse(request, body as string, done);
  });
}

/** Requests by route, never by address: an address can hold a secret. */
function logResponses(http: FastifyInstance): void {
  http.addHook('onResponse', (request, reply, done) => {
    const facts = {
      id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (reply.statusCode >= 500) request.log.error(facts, 'answered');
    else if ([401, 403, 429].includes(reply.statusCode)) request.log.warn({ ...facts, from: request.ip }, 'refused');
    else request.log.debug(facts, 'answered');
    done();
  });
}
