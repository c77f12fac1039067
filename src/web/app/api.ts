import { early } from '../early.ts';
import type { Blocker } from '../../domain/kernel/refusal.ts';

/** What the server said instead of doing it (RFC 9457), or that it was not heard at all: then the status is 0. */
export class ApiError extends Error {
  readonly status: number;
  /** The stable code, e.g. `not-signed-in`; `unheard` when there was no answer. */
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly faults: readonly { readonly path: string; readonly message: string }[];
  readonly refusals: readonly Blocker[];
  /** After so many seconds it may be tried again. */
  readonly retryAfterS: number | null;

  constructor({ status, type, title, detail, errors, refusals }: Says, retryAfter: string | null = null) {
    super(detail ?? title);
    this.status = status;
    this.code = type;
    this.title = title;
    this.detail = detail ?? null;
    this.faults = errors ?? [];
    this.refusals = refusals ?? [];
    this.retryAfterS = retryAfter === null ? null : Number(retryAfter) || null;
  }

  /** The server was not heard, or can’t answer now: the same may be answered a little later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** What is wrong with a field, if that is what the server said. */
  faultOf(path: string): string | undefined {
    return this.faults.find((fault) => fault.path === path || fault.path.endsWith(`.${path}`))?.message;
  }
}

interface Says {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly refusals?: readonly Blocker[];
}

/** Asks the API for something that is no verb of the open workspace: accounts, links, tokens, workspaces. Throws {@link ApiError}. */
export async function api<T>(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const headers = { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  let answer: Response;
  try {
    const address = `/api/v1${path}`;
    const ask = () => fetch(address, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    answer = await (method === 'GET' ? early(address, ask) : ask());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // what fetch throws when nobody answers
    throw new ApiError({ status: 0, type: 'unheard', title: 'The server did not answer.', detail: 'Check the connection, then try again.' });
  }
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T;
  throw await failed(answer);
}

/** An answer that is no success, as an error to throw. */
export const failed = async (answer: Response): Promise<ApiError> => new ApiError(await said(answer), answer.headers.get('retry-after'));

async function said(answer: Response): Promise<Says> {
  const type = answer.headers.get('content-type') ?? '';
  if (type.includes('json')) return (await answer.json()) as Says;
  return { status: answer.status, type: 'unknown', title: `The server answered ${answer.status}.` };
}
