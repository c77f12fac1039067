import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { Store } from '../../db/store.ts';
import { PASSWORD_LENGTH } from './password-length.ts';
import { cookiePrefix } from './session-cookie.ts';

const DAY_S = 86_400;

/** What sign-in needs to know of the server. */
export interface AuthOptions {
  readonly store: Pick<Store, 'db' | 'dialect'>;
  readonly secret: string;
  /** Where people reach the server; asked when it is first needed. */
  readonly url: () => string;
}

/**
 * Passwords and sessions by better-auth, as a library: none of its routes is mounted, our own call it. Nothing of it is on that is not
 * needed: no sign-up (accounts are made by invitation), no providers, no mail, no telemetry.
 */
export function makeAuth({ store, secret, url: at }: AuthOptions) {
  const url = at();
  return betterAuth({
    secret,
    baseURL: url,
    trustedOrigins: [url],
    database: { db: store.db as never, type: store.dialect }, // it asks for a Kysely of its own tables only
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD_LENGTH.least, maxPasswordLength: PASSWORD_LENGTH.most },
    session: { expiresIn: 30 * DAY_S, updateAge: DAY_S, modelName: 'auth_session' },
    user: { modelName: 'auth_user' },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    advanced: {
      cookiePrefix: cookiePrefix(secret),
      useSecureCookies: url.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { validateSchema: false },
      // Our own routes know the address; here no header is believed.
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [signInByLink],
  });
}

/** Starts a session for somebody who came by a link that lets them in. It has no path: only our own routes can call it. */
const signInByLink = {
  id: 'sign-in-by-link',
  endpoints: {
    signInAs: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ account: z.string() }) }, async (ctx) => {
      const { internalAdapter } = ctx.context;
      const user = await internalAdapter.findUserById(ctx.body.account);
      if (!user) throw new Error(`there is no account ${ctx.body.account}`);
      const session = await internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ account: user.id });
    }),
  },
} satisfies BetterAuthPlugin;
