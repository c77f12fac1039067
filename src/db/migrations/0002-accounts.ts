import { sql, type Kysely, type Migration } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** The tables of better-auth 1.7 with its own column names; only the tables are named so that no record table can meet them. */
export const accounts = ({ text, authDate, authFlag }: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    const run = (statement: string) => sql.raw(statement).execute(db);
    const dates = `"createdAt" ${authDate} not null, "updatedAt" ${authDate} not null`;
    const user = `"userId" ${text} not null references auth_user (id) on delete cascade`;
    await run(`create table auth_user (id ${text} primary key, name ${text} not null, email ${text} not null unique, "emailVerified" ${authFlag} not null,
      image ${text}, ${dates})`);
    await run(`create table auth_session (id ${text} primary key, "expiresAt" ${authDate} not null, token ${text} not null unique, ${dates},
      "ipAddress" ${text}, "userAgent" ${text}, ${user})`);
    await run('create index auth_session_user on auth_session ("userId")');
    await run(`create table auth_account (id ${text} primary key, "accountId" ${text} not null, "providerId" ${text} not null, ${user}, "accessToken" ${text},
      "refreshToken" ${text}, "idToken" ${text}, "accessTokenExpiresAt" ${authDate}, "refreshTokenExpiresAt" ${authDate}, scope ${text}, password ${text}, ${dates})`);
    await run('create index auth_account_user on auth_account ("userId")');
    await run(
      `create table auth_verification (id ${text} primary key, identifier ${text} not null, value ${text} not null, "expiresAt" ${authDate} not null, ${dates})`,
    );
    await run('create index auth_verification_identifier on auth_verification (identifier)');
  },
});
