import { randomUUID } from 'node:crypto';
import type { AuthOptions, makeAuth } from './better-auth.ts';
import { cookiePrefix } from './session-cookie.ts';

/** Somebody who can sign in. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** Null until they have said which: the first admin comes by a link without one. */
  readonly email: string | null;
}

/** Who is signed in, in which session, and cookies to send where the session was prolonged. */
export interface SignedIn {
  readonly account: Account;
  readonly session: string;
  readonly cookies: readonly string[];
}

/** A session is looked up at most once in this time; one that was ended here is refused at once, on other nodes after it. */
const KEPT_MS = 1000;
const MOST_KEPT = 10_000;
/** An account without an address has one that nobody can have (RFC 2606). */
const NO_ADDRESS = '@nobody.invalid';

type Auth = ReturnType<typeof makeAuth>;

/** Accounts, passwords and sessions. What does it is loaded when first asked for: a server that only serves tokens starts without it. */
export class Accounts {
  readonly #options: AuthOptions;
  readonly #cookies: string;
  #auth: Promise<Auth> | undefined;
  readonly #kept = new Map<string, { readonly who: Promise<SignedIn | null>; readonly until: number }>();

  constructor(options: AuthOptions) {
    this.#options = options;
    this.#cookies = cookiePrefix(options.secret);
  }

  /** The name of the cookie that holds a session. */
  get cookieName(): string {
    return `${this.#options.url().startsWith('https:') ? '__Secure-' : ''}${this.#cookies}.session_token`;
  }

  /** Loads what is needed for signing in, ahead of the first who does. */
  async warm(): Promise<void> {
    await (
      await this.#load()
    ).$context;
  }

  /** Who a cookie signs in; null for nobody. */
  async signedIn(cookie: string | undefined): Promise<SignedIn | null> {
    if (!cookie?.includes(this.#cookies)) return null;
    const now = Date.now();
    const kept = this.#kept.get(cookie);
    if (kept && kept.until > now) {
      const who = await kept.who;
      return who && { ...who, cookies: [] };
    }
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    const who = this.#ask(cookie);
    this.#kept.set(cookie, { who, until: now + KEPT_MS });
    who.catch(() => this.#kept.delete(cookie));
    return who;
  }

  /** Signs in with a password; null when address and password do not go together, and no one can tell which of them is wrong. */
  async signIn(given: { email: string; password: string }): Promise<readonly string[] | null> {
    const auth = await this.#load();
    try {
      const { headers } = await auth.api.signInEmail({ body: given, headers: new Headers(), returnHeaders: true });
      return headers.getSetCookie();
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  }

  /** Starts a session for an account that came by a link. */
  async signInAs(account: string): Promise<readonly string[]> {
    const auth = await this.#load();
    const { headers } = await auth.api.signInAs({ body: { account }, returnHeaders: true });
    return headers.getSetCookie();
  }

  /** Ends the session of a cookie and gives the cookies that make the browser forget it. */
  async signOut(cookie: string): Promise<readonly string[]> {
    const auth = await this.#load();
    this.#kept.delete(cookie);
    const { headers } = await auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
    return headers.getSetCookie();
  }

  /** The account with this address, if there is one. */
  async withEmail(email: string): Promise<Account | null> {
    const { internalAdapter } = await (await this.#load()).$context;
    const found = await internalAdapter.findUserByEmail(email.toLowerCase());
    return found ? accountOf(found.user) : null;
  }

  /** A new account. Without a password it can be entered by a link only. */
  async create({ name, email, password }: { name: string; email: string | null; password: string | null }): Promise<Account> {
    const { internalAdapter } = await (await this.#load()).$context;
    const user = await internalAdapter.createUser(
      { name, email: email?.toLowerCase() ?? `${randomUUID()}${NO_ADDRESS}`, emailVerified: false },
      { method: 'admin' },
    );
    if (password !== null) await this.#givePassword(user.id, password);
    return accountOf(user);
  }

  /** Another name or address. */
  async change(account: string, { name, email }: { name?: string | undefined; email?: string | undefined }): Promise<void> {
    const { internalAdapter } = await (await this.#load()).$context;
    await internalAdapter.updateUser(account, { ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email: email.toLowerCase() }) });
    this.#kept.clear();
  }

  /** Whether the account has a password, and if so whether this is it. */
  async checkPassword(account: string, password: string): Promise<'none' | 'right' | 'wrong'> {
    const { internalAdapter, password: passwords } = await (await this.#load()).$context;
    const hash = (await internalAdapter.findCredentialAccount(account))?.password;
    if (!hash) return 'none';
    return (await passwords.verify({ hash, password })) ? 'right' : 'wrong';
  }

  /** Whether the account can be entered by a password. */
  async hasPassword(account: string): Promise<boolean> {
    const { internalAdapter } = await (await this.#load()).$context;
    return Boolean((await internalAdapter.findCredentialAccount(account))?.password);
  }

  /** Another password. Every session of the account ends; the new one's cookies are given. */
  async setPassword(account: string, password: string): Promise<readonly string[]> {
    await this.#givePassword(account, password);
    await this.endSessions(account);
    return this.signInAs(account);
  }

  /** Ends every session of an account. */
  async endSessions(account: string): Promise<void> {
    const { internalAdapter } = await (await this.#load()).$context;
    await internalAdapter.deleteUserSessions(account);
    this.#kept.clear();
  }

  /** Whether anybody was ever signed in. */
  async isUntouched(): Promise<boolean> {
    const row = await this.#options.store.db.selectFrom('auth_user').select('id').limit(1).executeTakeFirst();
    return row === undefined;
  }

  /** Whether this account was the first: it came by the first admin's link, as all others were invited. */
  async isFirst(account: string): Promise<boolean> {
    const first = await this.#options.store.db.selectFrom('auth_user').select('id').orderBy('createdAt').orderBy('id').limit(1).executeTakeFirst();
    return first?.id === account;
  }

  async #givePassword(account: string, password: string): Promise<void> {
    const { internalAdapter, password: passwords } = await (await this.#load()).$context;
    const hash = await passwords.hash(password);
    const credential = await internalAdapter.findCredentialAccount(account);
    if (credential) await internalAdapter.updateAccount(credential.id, { password: hash });
    else await internalAdapter.linkAccount({ userId: account, providerId: 'credential', accountId: account, password: hash });
  }

  async #ask(cookie: string): Promise<SignedIn | null> {
    const auth = await this.#load();
    const { headers, response } = await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true });
    return response && { account: accountOf(response.user), session: response.session.id, cookies: headers.getSetCookie() };
  }

  #load(): Promise<Auth> {
    this.#auth ??= import('./better-auth.ts').then((module) => module.makeAuth(this.#options));
    return this.#auth;
  }
}

const accountOf = ({ id, name, email }: { id: string; name: string; email: string }): Account => ({
  id,
  name,
  email: email.endsWith(NO_ADDRESS) ? null : email,
});

/** What better-auth throws when it says no, as opposed to when it breaks. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500;
