import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../src/domain/kernel/permission.ts';
import { launchChromium } from '../chromium.ts';

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const MOVED_CLOCK = new URL('moved-clock.mjs', import.meta.url).href;
const STARTS_WITHIN_MS = 20_000;
const STOPS_WITHIN_MS = 15_000;

/** How a page is looked at. */
export interface Look {
  readonly size?: 'desk' | 'phone';
  readonly theme?: 'light' | 'dark';
}

/** Somebody in a browser of their own. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page: errors, refusals by the content policy, and answers of the server that say it has a bug. A test ends with none. */
  readonly complaints: string[];
}

export interface E2e {
  readonly url: string;
  /** The link that the first start printed; it works once. */
  readonly firstLink: string;
  readonly browser: Browser;
  /** A browser without anybody signed in, on no page yet. */
  person(look?: Look): Promise<Person>;
  /** The first admin, signed in by the printed link, where that leads. The link works for the first who comes only. */
  admin(look?: Look): Promise<Person>;
  /** A colleague who was invited by `by` and has joined, on the page where joining leads. They sign in with `name@northwind.example`. */
  colleague(by: Person, wanted: { workspace: string; name: string; role: Role; products?: readonly string[] } & Look): Promise<Person>;
  /** Calls the API with a person's session: `api(admin, 'POST /workspaces', { name: 'Northwind' })`. */
  api<T>(as: Person, route: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /${string}`, body?: unknown): Promise<T>;
  /** Runs verbs with a person's session, as one change. */
  batch(as: Person, workspace: string, calls: readonly { verb: string; input: unknown }[]): Promise<void>;
  /** Moves the clock of the server and of everybody's browser; for apps that were started at a moment. Pages see it when they are loaded again. */
  moveTo(moment: string): Promise<void>;
  /** Ends the server and starts it again at the same address, on the same data. */
  restart(how?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Throws when the server logged an error meanwhile. */
  close(): Promise<void>;
}

export const PASSWORD = 'a quiet path uphill';

/**
 * The built server on a free port with an empty data folder, and a Chromium that people share. Close it after the tests of a file. At a moment:
 * there its clock stands at first, and it goes only where the test moves it.
 */
export async function startE2e({ at = null }: { at?: string | null } = {}): Promise<E2e> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'cutline-e2e-'));
  const bugs: string[] = [];
  let moment = at;
  let server = await startServer(dataDir, { port: '0', isFirst: true, moment, bugs });
  const { url, firstLink } = server;
  if (firstLink === null) throw new Error('the first start printed no link');
  const browser = await launchChromium();

  const person = async ({ size = 'desk', theme = 'light' }: Look = {}): Promise<Person> => {
    const viewport = size === 'desk' ? { width: 1440, height: 900 } : { width: 390, height: 844 };
    const context = await browser.newContext({
      baseURL: url,
      viewport,
      colorScheme: theme,
      locale: 'en-GB',
      timezoneId: 'UTC',
      hasTouch: size === 'phone',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    if (moment !== null) await context.clock.setFixedTime(moment);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    page.on('console', (message) => {
      // What the network says of offline tests and of refused calls is told on the screen.
      if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text())) complaints.push(message.text());
    });
    page.on('response', (answer) => {
      if (answer.status() >= 500) complaints.push(`${answer.request().method()} ${answer.url()}: ${answer.status()}`);
    });
    return { page, context, complaints };
  };
  const api: E2e['api'] = async (as, route, body) => {
    const [method = '', path = ''] = route.split(' ');
    const answer = await as.context.request.fetch(`/api/v1${path}`, { method, headers: { origin: url }, ...(body === undefined ? {} : { data: body }) });
    if (!answer.ok()) throw new Error(`${route}: ${answer.status()} ${await answer.text()}`);
    return (answer.status() === 204 ? undefined : await answer.json()) as never; // the caller says what it asked for
  };

  return {
    url,
    firstLink,
    browser,
    person,
    api,
    async admin(look) {
      const admin = await person(look);
      await admin.page.goto(firstLink);
      return admin;
    },
    async colleague(by, { workspace, name, role, products = [], ...look }) {
      const email = `${name.split(' ')[0]!.toLowerCase()}@northwind.example`;
      const { link } = await api<{ link: string }>(by, `POST /workspaces/${workspace}/invitations`, { name, email, role, products });
      const colleague = await person(look);
      await colleague.page.goto(link);
      await colleague.page.getByLabel('Choose a password').fill(PASSWORD);
      await colleague.page.getByRole('button', { name: /^Join/ }).click();
      await colleague.page.waitForURL(new RegExp(`/${workspace}/`));
      return colleague;
    },
    async batch(as, workspace, calls) {
      await api(as, `POST /workspaces/${workspace}/batch`, { calls });
    },
    async moveTo(next) {
      moment = next;
      await setClock(server.child, next);
      for (const context of browser.contexts()) await context.clock.setFixedTime(next);
    },
    async restart(how = 'SIGTERM') {
      await stopServer(server.child, how);
      server = await startServer(dataDir, { port: new URL(url).port, isFirst: false, moment, bugs });
    },
    async close() {
      await browser.close();
      await stopServer(server.child, 'SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
      if (bugs.length > 0) throw new Error(`the server logged errors:\n${bugs.join('\n')}`);
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly firstLink: string | null;
}

/** Starts the built server and waits until it has said where it is, and at the first start by which link one comes in. */
function startServer(
  dataDir: string,
  { port, isFirst, moment, bugs }: { port: string; isFirst: boolean; moment: string | null; bugs: string[] },
): Promise<Running> {
  const { DATABASE_URL: _, CUTLINE_URL: __, ...env } = process.env;
  const clock = moment === null ? [] : ['--import', MOVED_CLOCK];
  const child = spawn(process.execPath, ['--enable-source-maps', ...clock, MAIN], {
    env: { ...env, PORT: port, CUTLINE_DATA_DIR: dataDir, LOG_LEVEL: 'error', CLOCK_AHEAD_MS: String(aheadMs(moment)) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => {
      child.kill('SIGKILL');
      reject(new Error(`${why}\n${said}`));
    };
    const late = setTimeout(() => fail('the server did not start'), STARTS_WITHIN_MS);
    child.once('exit', (code) => fail(`the server ended with ${code}`));
    createInterface(child.stderr!).on('line', (line) => line.startsWith('{"level"') && bugs.push(line));
    const listen = (piece: Buffer) => {
      said += piece.toString();
      const url = /^Cutline is at (\S+)$/m.exec(said)?.[1];
      const firstLink = /^(\S+\/enter\/\S+)$/m.exec(said)?.[1] ?? null;
      if (url === undefined || (isFirst && firstLink === null)) return;
      clearTimeout(late);
      child.removeAllListeners('exit');
      resolve({ child, url, firstLink });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', (piece: Buffer) => (said += piece.toString()));
  });
}

const aheadMs = (moment: string | null): number => (moment === null ? 0 : Date.parse(moment) - Date.now());

/** Moves the clock of a running server, and waits until it has. */
function setClock(child: ChildProcess, moment: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.send(aheadMs(moment), (error) => error && reject(error));
  });
}

/** Ends the server and waits until it has gone; one that does not go is an error. */
function stopServer(child: ChildProcess, how: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('the server did not stop'));
    }, STOPS_WITHIN_MS);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill(how);
  });
}
