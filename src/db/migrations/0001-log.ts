import { sql, type Kysely, type Migration } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** The log and what stands beside it, tokens and invitations. Tables of records are not here: they follow the field descriptions. */
export const log = (dialect: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    const run = (text: string) => sql.raw(text.replaceAll(/\btext\b/g, dialect.text)).execute(db);
    await run('create table workspaces (id text primary key, slug text not null unique)');
    await run('create table heads (workspace text primary key, seq integer not null, at text not null, model integer not null, records integer not null)');
    await run(`create table entries (workspace text not null, seq integer not null, at text not null, actor text, verb text not null, mutation text not null,
      act text, reason text, model integer not null, claims text not null, changes text not null, primary key (workspace, seq))`);
    await run('create index entries_act on entries (workspace, act) where act is not null');
    await run(`create table facts (workspace text not null, seq integer not null, n integer not null, collection text not null, record text not null,
      field text not null, from_value text not null, to_value text not null, at text not null, happened_on text, primary key (workspace, seq, n)) ${dialect.keyed}`);
    await run('create index facts_field on facts (workspace, collection, field, seq, n)');
    await run('create index facts_record on facts (workspace, record, seq, n)');
    await run(`create table texts (workspace text not null, id text not null, owner_collection text not null, owner_id text not null, field text not null,
      base text, hash text not null, length integer not null, body text not null, primary key (workspace, id))`);
    await run('create index texts_owner on texts (workspace, owner_id)');
    await run(`create table mutations (workspace text not null, mutation text not null, actor text not null, verb text not null, asked text not null,
      seq integer not null, kept text not null, at text not null, primary key (workspace, mutation, actor, verb)) ${dialect.keyed}`);
    await run(`create table tokens (id text primary key, hash text not null unique, workspace text not null, member text not null, name text not null,
      role text not null, created_at text not null, last_used_at text, revoked_at text)`);
    await run('create index tokens_member on tokens (workspace, member)');
    await run(`create table invitations (id text primary key, hash text not null unique, kind text not null, workspace text, member text,
      created_at text not null, expires_at text not null, used_at text)`);
    await run('create table record_tables (name text primary key, fingerprint text not null)');
    for (const trigger of dialect.appendOnly('entries')) await trigger.execute(db);
  },
});
