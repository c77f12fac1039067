import type { Kysely } from 'kysely';
import type { Schema, TokenRow } from '../../db/schema.ts';
import { freshId } from '../../db/fresh-id.ts';
import type { Role } from '../../domain/kernel/permission.ts';
import { hashOf, newSecret } from './secret-text.ts';

/** What a token is made of. */
export interface NewToken {
  readonly workspace: string;
  readonly member: string;
  readonly name: string;
  /** At most this role, whatever the member's is. */
  readonly role: Role;
}

/** A token as it is shown: never with what it was made from. */
export type ShownToken = Pick<TokenRow, 'id' | 'member' | 'name' | 'role'> & { readonly createdAt: string; readonly lastUsedAt: string | null };

/** Answers for a token are kept this long, so that a busy client costs no look into the database; a revoked one is refused at once here and after this time on other nodes. */
const KEPT_MS = 1000;
const MOST_KEPT = 10_000;
/** The last use is noted at most once in this time. */
const NOTED_MS = 60_000;

/** Keys to the API. The secret is shown once, when a token is made; what is kept is its hash. */
export class Tokens {
  readonly #db: Kysely<Schema>;
  readonly #kept = new Map<string, { readonly row: TokenRow; readonly until: number }>();
  readonly #clock: () => Date;

  constructor(db: Kysely<Schema>, clock: () => Date = () => new Date()) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Makes a token and gives its secret, for the only time. */
  async make(wanted: NewToken): Promise<{ id: string; secret: string }> {
    const secret = newSecret('cutline');
    const id = freshId(this.#clock().getTime());
    const row: TokenRow = { ...wanted, id, hash: hashOf(secret), created_at: this.#clock().toISOString(), last_used_at: null, revoked_at: null };
    await this.#db.insertInto('tokens').values(row).execute();
    return { id, secret };
  }

  /** The token behind a secret; null when it is unknown or revoked. */
  async behind(secret: string): Promise<TokenRow | null> {
    const hash = hashOf(secret);
    const now = this.#clock().getTime();
    const kept = this.#kept.get(hash);
    if (kept && kept.until > now) return kept.row;
    this.#kept.delete(hash);
    const row = await this.#db.selectFrom('tokens').selectAll().where('hash', '=', hash).where('revoked_at', 'is', null).executeTakeFirst();
    if (!row) return null;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(hash, { row, until: now + KEPT_MS });
    await this.#noteUse(row, now);
    return row;
  }

  /** A member's tokens, or everybody's, newest first; without those that were revoked. */
  async list(workspace: string, member: string | null): Promise<ShownToken[]> {
    let query = this.#db.selectFrom('tokens').selectAll().where('workspace', '=', workspace).where('revoked_at', 'is', null);
    if (member !== null) query = query.where('member', '=', member);
    const rows = await query.orderBy('id', 'desc').limit(500).execute();
    return rows.map((row) => ({ id: row.id, member: row.member, name: row.name, role: row.role, createdAt: row.created_at, lastUsedAt: row.last_used_at }));
  }

  /** Ends a token; false when there is no such one, or it is not this member's. */
  async revoke(id: string, { workspace, member }: { workspace: string; member: string | null }): Promise<boolean> {
    let query = this.#db
      .updateTable('tokens')
      .set({ revoked_at: this.#clock().toISOString() })
      .where('id', '=', id)
      .where('workspace', '=', workspace)
      .where('revoked_at', 'is', null);
    if (member !== null) query = query.where('member', '=', member);
    const { numUpdatedRows } = await query.executeTakeFirst();
    for (const [hash, { row }] of this.#kept) if (row.id === id) this.#kept.delete(hash);
    return numUpdatedRows > 0n;
  }

  async #noteUse(row: TokenRow, now: number): Promise<void> {
    if (row.last_used_at !== null && now - Date.parse(row.last_used_at) < NOTED_MS) return;
    await this.#db
      .updateTable('tokens')
      .set({ last_used_at: new Date(now).toISOString() })
      .where('id', '=', row.id)
      .execute();
  }
}
