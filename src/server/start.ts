import { openStore } from '../db/store.ts';
import { buildApp, type App } from './app.ts';
import type { Config } from './config.ts';
import { seedExample } from './example.ts';
import { serverSecret } from './identity/server-secret.ts';
import { makeLog } from './log.ts';
import { enterPath } from './routes/link-routes.ts';
import { startSchedule } from './schedule.ts';
import { version } from './version.ts';

export interface Starting {
  readonly config: Config;
  readonly webDir: string | null;
  /** Prints a line for whoever starts the server; logs go elsewhere. */
  readonly say: (line: string) => void;
  readonly clock?: () => Date;
}

export interface Started {
  readonly app: App;
  readonly url: string;
  /** Takes no more requests, finishes those that run, closes streams and the database. */
  stop(): Promise<void>;
}

/** What signing in needs is loaded ahead of the first who does, but not in the way of the first answers. */
const WARM_MS = 1000;

/** Requests that take longer than this at a stop are cut off. */
const STOP_MS = 10_000;

/** Opens the database, listens, and prints where; as long as nobody has signed in, also the link that lets the first admin in. */
export async function startServer({ config, webDir, say, clock = () => new Date() }: Starting): Promise<Started> {
  const log = makeLog(config);
  const secret = await serverSecret(config);
  const store = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log, clock });
  let listening: string | undefined;
  const url = (): string => config.url ?? listening ?? `http://${config.host}:${config.port}`;
  try {
    const app = await buildApp({ store, config, secret, url, log, version: version(), webDir, seedExample });
    await app.http.listen({ port: config.port, host: config.host });
    listening = ownUrl(app, config);
    say(`Cutline is at ${url()}`);
    if (await app.server.accounts.isUntouched()) {
      const { secret: link } = await app.server.links.make({ kind: 'first-admin' });
      say(`Open this link to sign in as admin; it works once and for a day:\n${url()}${enterPath(link)}`);
    }
    const warming = setTimeout(
      () => void app.server.accounts.warm().catch((error: unknown) => log.error({ err: error }, 'sign-in could not be loaded')),
      WARM_MS,
    );
    warming.unref();
    const schedule = startSchedule({ store, log, clock, firstAfterMs: WARM_MS });
    return {
      app,
      url: url(),
      stop: async () => {
        clearTimeout(warming);
        await schedule.stop();
        await stop(app, log);
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function stop({ http, server }: App, log: ReturnType<typeof makeLog>): Promise<void> {
  const late = setTimeout(() => {
    log.warn({ afterMs: STOP_MS }, 'requests that still run are cut off');
    http.server.closeAllConnections();
  }, STOP_MS);
  // Connections that were busy when the stop began are let go as soon as they are idle.
  const idle = setInterval(() => http.server.closeIdleConnections(), 50);
  await http.close();
  clearInterval(idle);
  clearTimeout(late);
  await server.store.close();
}

/** Where it listens: the port that was given, or the free one that was taken. */
function ownUrl({ http }: App, { host }: Config): string {
  const address = http.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}
