import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_FLAGS, ensureChromium } from '../scripts/ensure-chromium.mjs';
import { openStore } from '../src/db/store.ts';
import { createItems } from '../src/domain/backlog/create-items.ts';
import type { Host } from '../src/db/host.ts';
import { command, newWorkspace, smallPlan } from '../test/small-plan.ts';
import { buildServer, startBuilt, type ServerProcess } from './built-server.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The built app on a server process of its own with a backlog of so many items, and a browser in which its admin is signed in. */
export interface BrowserApp {
  /** The address of the backlog. */
  readonly backlog: string;
  readonly browser: Browser;
  /** A browser profile that has nothing yet but the session. */
  fresh(): Promise<BrowserContext>;
  /** Ends the server and starts it again: nothing is cached in it. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function browserApp(items: number): Promise<BrowserApp> {
  await buildServer();
  // The server looks for the web beside itself.
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: path.join(root, '.cache', 'web'), emptyOutDir: true } });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-bench-'));
  await furnish(dataDir, items);
  let server = await startBuilt(dataDir);
  const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
  const url = () => `http://127.0.0.1:${server.port}`;
  const first = await browser.newContext();
  await (await first.newPage()).goto(await firstLink(server));
  const session = await first.storageState();
  await first.close();
  return {
    get backlog() {
      return `${url()}/${newWorkspace.slug}/APP/backlog`;
    },
    browser,
    fresh: () => browser.newContext({ storageState: { ...session, origins: [] }, viewport: { width: 1440, height: 900 } }),
    async restart() {
      await server.stop();
      server = await startBuilt(dataDir);
    },
    async close() {
      await browser.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The link that the first start prints. */
async function firstLink(server: ServerProcess): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const [link] = /http\S+\/enter\/\S+/.exec(server.said()) ?? [];
    if (link) return link;
    await wait(50);
  }
  throw new Error('the server printed no link');
}

/** Writes the items straight into the database. */
async function furnish(dataDir: string, count: number): Promise<void> {
  const store = await openStore({ dataDir });
  const { workspace } = await store.createWorkspace(newWorkspace);
  const host = await store.host(workspace);
  const { product } = await smallPlan(host, { items: 0 });
  for (let made = 0; made < count; made += AT_ONCE) await add(host, product, { from: made, count: Math.min(AT_ONCE, count - made) });
  await store.close();
}

const AT_ONCE = 1_000;
const WORDS =
  'add allow fix remove show the account invoice export report search page login token mobile sync list board release chart filter import rows retry'.split(
    ' ',
  );
const POINTS = [1, 2, 3, 5, 8, 13];

async function add(host: Host, product: string, { from, count }: { from: number; count: number }): Promise<void> {
  const items = Array.from({ length: count }, (_, at) => {
    const n = from + at;
    const words = Array.from({ length: 4 + (n % 5) }, (__, word) => WORDS[(n * 7 + word * word * 13 + (n >> 5)) % WORDS.length]);
    return {
      title: `${words.join(' ')} ${n}`,
      type: (['story', 'bug', 'chore'] as const)[n % 3]!,
      estimate: n % 4 === 0 ? null : { kind: 'points' as const, value: POINTS[n % POINTS.length]! },
      tags: n % 3 === 0 ? [WORDS[n % 24]!] : [],
    };
  });
  await host.run(command(createItems, createItems.input.parse({ product, items })));
}
