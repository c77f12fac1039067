import type { FastifyRequest } from 'fastify';
import type { TokenRow } from '../../db/schema.ts';
import type { Accounts, SignedIn } from '../identity/accounts.ts';
import type { Tokens } from '../identity/tokens.ts';
import { assertOwnOrigin } from './origin.ts';
import { notSignedIn } from './problem.ts';

/** Who asks: a person in a browser, or a program with a token. */
export type Caller = ({ readonly by: 'session' } & SignedIn) | { readonly by: 'token'; readonly token: TokenRow; readonly cookies: readonly [] };

/** Finds out who asks. A token that is given is used or refused, it never falls back to a cookie. */
export class Callers {
  readonly #accounts: Accounts;
  readonly #tokens: Tokens;
  readonly #url: string | undefined;

  constructor({ accounts, tokens, url }: { accounts: Accounts; tokens: Tokens; url: string | undefined }) {
    this.#accounts = accounts;
    this.#tokens = tokens;
    this.#url = url;
  }

  /** Throws a 401 when nobody is signed in, and a 403 for a change that another site's page asks for. */
  async of(request: FastifyRequest): Promise<Caller> {
    const { authorization, cookie } = request.headers;
    if (authorization !== undefined) return this.#withToken(authorization);
    const signedIn = await this.#accounts.signedIn(cookie);
    if (!signedIn) throw notSignedIn();
    assertOwnOrigin(request, { url: this.#url, needsOrigin: true });
    return { by: 'session', ...signedIn };
  }

  async #withToken(authorization: string): Promise<Caller> {
    const [, secret] = /^Bearer ([\w-]{8,200})$/i.exec(authorization) ?? [];
    const token = secret ? await this.#tokens.behind(secret) : null;
    if (!token) throw notSignedIn('The token is unknown or was revoked.');
    return { by: 'token', token, cookies: [] };
  }
}
