import { EventReader } from '../../domain/sync/event-stream.ts';
import { readMessage, type Message } from '../../domain/sync/message.ts';
import type { Blocker } from '../../domain/kernel/refusal.ts';
import type { Problem, Why } from './command.ts';
import { NoAccess, SignedOut, Unreachable, type HistoryPage, type Sent, type Server } from './server.ts';
import type { Waiting } from './waiting.ts';

/** Longer than two heartbeats: a stream that says nothing for so long is dead. */
const SILENCE_MS = 40_000;

/** The server over HTTP, for one workspace. `request` is `fetch`, or what a test gives. */
export function httpServer(workspace: string, request: typeof fetch = (...given) => fetch(...given)): Server {
  const base = `/api/v1/workspaces/${workspace}`;
  return {
    async snapshot(signal) {
      const answer = await ask(request, `${base}/snapshot`, { signal });
      const member = answer.headers.get('cutline-member');
      if (member === null) throw new Error('the snapshot does not say who reads it');
      return { text: await whole(answer.text()), member };
    },
    changes: (since, signal) => changes(request, `${base}/changes?since=${since}`, signal),
    send: (waiting) => send(request, `${base}/batch`, waiting),
    async text(version) {
      const answer = await ask(request, `${base}/texts/${version}`);
      return ((await answer.json()) as { body: string }).body;
    },
    async history(item, before) {
      const query = new URLSearchParams({ item, ...(before === null ? {} : { before: String(before) }) });
      const answer = await ask(request, `${base}/changes?${query}`, { headers: { accept: 'application/json' } });
      return (await answer.json()) as HistoryPage;
    },
    async ask(route) {
      return (await ask(request, `${base}${route}`)).json();
    },
  };
}

async function* changes(request: typeof fetch, url: string, signal: AbortSignal): AsyncGenerator<readonly Message[]> {
  const silence = new AbortController();
  const answer = await ask(request, url, { headers: { accept: 'text/event-stream' }, signal: AbortSignal.any([signal, silence.signal]) });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  const events = new EventReader();
  for (;;) {
    const timer = setTimeout(() => silence.abort(), SILENCE_MS);
    const { done, value } = await whole(reader.read()).finally(() => clearTimeout(timer));
    if (done) return;
    const messages = events.read(value).flatMap((event) => readMessage(event) ?? []);
    if (messages.length > 0) yield messages;
  }
}

async function send(request: typeof fetch, url: string, { mutation, calls, reason, act }: Waiting): Promise<Sent> {
  const body = JSON.stringify({ calls, ...(reason === null ? {} : { reason }), ...(act === null ? {} : { act }) });
  const answer = await whole(request(url, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': mutation }, body }));
  if (answer.ok) {
    const { seq, outcome, kept } = (await whole(answer.json())) as Exclude<Sent, { outcome: 'refused' }>;
    return { outcome, seq, kept: kept ?? [] };
  }
  if (isPassing(answer.status)) throw passing(answer);
  if (answer.status === 401) throw new SignedOut();
  const why = whyOf(await problemOf(answer));
  if (why === null) throw new NoAccess();
  return { outcome: 'refused', why };
}

async function ask(request: typeof fetch, url: string, init: RequestInit = {}): Promise<Response> {
  const answer = await whole(request(url, init));
  if (answer.ok) return answer;
  if (answer.status === 401) throw new SignedOut();
  if (answer.status === 404) throw new NoAccess();
  if (isPassing(answer.status)) throw passing(answer);
  throw new Error(`the server answered ${answer.status} to ${url}`);
}

const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

function passing(answer: Response): Unreachable {
  const seconds = Number(answer.headers.get('retry-after'));
  return new Unreachable(`the server answered ${answer.status}`, seconds > 0 ? seconds * 1000 : null);
}

/** A network that fails is no fault of the program. */
function whole<T>(given: Promise<T>): Promise<T> {
  return given.catch((error: unknown) => {
    throw new Unreachable('the connection broke', null, { cause: error });
  });
}

interface ProblemBody {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly Problem[];
  readonly refusals?: readonly [Blocker, ...Blocker[]];
}

async function problemOf(answer: Response): Promise<ProblemBody> {
  const isProblem = answer.headers.get('content-type')?.includes('json') ?? false;
  return isProblem ? ((await whole(answer.json())) as ProblemBody) : { title: `The server answered ${answer.status}.` };
}

/** Null: not the command was refused, the workspace is not there. */
function whyOf({ type, title, detail, errors, refusals }: ProblemBody): Why | null {
  if (refusals) return { kind: 'rule', blockers: refusals };
  if (errors) return { kind: 'input', problems: errors };
  if (type === 'not-there') return null;
  return { kind: 'input', problems: [{ path: '', message: detail ?? title ?? '' }] };
}
