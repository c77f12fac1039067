import type { Config } from '../server/config.ts';

/** The server said no, or did not answer; the message is the sentence to print. */
export class CallFailed extends Error {
  /** What the process ends with: 1 refused, 3 not reached. */
  readonly exitCode: 1 | 3;
  constructor(message: string, exitCode: 1 | 3, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** Where and what to ask. */
export interface Call {
  readonly method: string;
  /** From the root of the server. */
  readonly path: string;
  readonly body?: unknown;
}

type Where = Pick<Config, 'url' | 'token'>;

/** Asks the server at `CUTLINE_URL` with `CUTLINE_TOKEN`. Throws {@link CallFailed} with one sentence. */
export function callServer(where: Where, { method, path, body }: Call): Promise<unknown> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return ask(where, { path, init: { method, ...content, headers: body === undefined ? {} : { 'content-type': 'application/json' } } });
}

/** Sends a file as it is; as {@link callServer}. */
export function sendFile(where: Where, { path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): Promise<unknown> {
  return ask(where, { path, init: { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': 'application/octet-stream' } } });
}

async function ask(
  { url = 'http://127.0.0.1:4680', token }: Where,
  { path, init }: { path: string; init: Omit<RequestInit, 'headers'> & { headers: Record<string, string> } },
): Promise<unknown> {
  if (token === undefined) throw new CallFailed('CUTLINE_TOKEN is not set: make a token with `cutline token create --role <role>`.', 1);
  let answer: Response;
  try {
    answer = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}`, accept: 'application/json' } });
  } catch (error) {
    throw new CallFailed(`No server answers at ${url}: start it with \`npm start\`, or set CUTLINE_URL.`, 3, { cause: error });
  }
  const text = await answer.text();
  if (!isJson(answer)) throw new CallFailed(`${url} answered ${answer.status} and is no Cutline server.`, 3);
  const said: unknown = text === '' ? null : JSON.parse(text);
  if (!answer.ok) throw new CallFailed(sentenceOf(said as Said, answer.status), 1);
  return said;
}

const isJson = (answer: Response): boolean => answer.status === 204 || (answer.headers.get('content-type') ?? '').includes('json');

interface Said {
  readonly title?: string;
  readonly detail?: string;
  readonly refusals?: readonly Readonly<Record<string, unknown>>[];
}

/** What a problem says, in one sentence with the facts behind it. */
function sentenceOf({ title = 'The server said no', detail, refusals }: Said, status: number): string {
  const facts = (refusals ?? []).map(
    ({ code, ...rest }) =>
      `${String(code)}${Object.entries(rest)
        .map(([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join('')}`,
  );
  const more = [detail, ...facts].filter((part) => part !== undefined && part !== title);
  return `${title.replace(/\.$/, '')} (${status})${more.length > 0 ? `: ${more.join('; ')}` : ''}${more.length > 0 && detail?.endsWith('.') ? '' : '.'}`;
}

/** The workspace to work in: the one that was named, else the only one that the token is for. */
export async function workspaceOf(config: Pick<Config, 'url' | 'token'>, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const { workspaces } = (await callServer(config, { method: 'GET', path: '/api/v1/me' })) as { workspaces: readonly { slug: string }[] };
  const [only, another] = workspaces;
  if (!only) throw new CallFailed('The token is for no workspace any more.', 1);
  if (another) throw new CallFailed(`There are several workspaces: name one with --workspace, ${workspaces.map(({ slug }) => slug).join(' or ')}.`, 1);
  return only.slug;
}
