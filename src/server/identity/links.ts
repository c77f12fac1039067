import type { Kysely } from 'kysely';
import type { InvitationRow, Schema } from '../../db/schema.ts';
import { freshId } from '../../db/fresh-id.ts';
import { hashOf, newSecret } from './secret-text.ts';

const DAY_MS = 86_400_000;
/** How long a link lets somebody in. */
const LASTS_MS = { 'first-admin': DAY_MS, member: 14 * DAY_MS } as const;

/** Whom a link lets in. */
type For = { readonly kind: 'first-admin' } | { readonly kind: 'member'; readonly workspace: string; readonly member: string };

/** Links that let somebody in, once: the first admin's and invitations. What is kept is a hash. */
export class Links {
  readonly #db: Kysely<Schema>;
  readonly #clock: () => Date;

  constructor(db: Kysely<Schema>, clock: () => Date = () => new Date()) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Makes a link's secret. Older ones for the same person no longer let anybody in. */
  async make(whom: For): Promise<{ secret: string; expiresAt: string }> {
    const now = this.#clock();
    const secret = newSecret('in');
    const expiresAt = new Date(now.getTime() + LASTS_MS[whom.kind]).toISOString();
    const { workspace, member } = whom.kind === 'member' ? whom : { workspace: null, member: null };
    await this.#withdraw(whom);
    const id = freshId(now.getTime());
    await this.#db
      .insertInto('invitations')
      .values({ id, hash: hashOf(secret), kind: whom.kind, workspace, member, created_at: now.toISOString(), expires_at: expiresAt, used_at: null })
      .execute();
    return { secret, expiresAt };
  }

  /** The link behind a secret while it lets somebody in; null when it is unknown, used, withdrawn or too old. */
  async behind(secret: string): Promise<InvitationRow | null> {
    const row = await this.#open().where('hash', '=', hashOf(secret)).executeTakeFirst();
    return row ?? null;
  }

  /** Uses a link up. Of several who try at the same moment, one gets true. */
  async use(id: string): Promise<boolean> {
    const now = this.#clock().toISOString();
    const { numUpdatedRows } = await this.#db
      .updateTable('invitations')
      .set({ used_at: now })
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Ends every open link for this person. */
  async #withdraw(whom: For): Promise<void> {
    let query = this.#db.deleteFrom('invitations').where('kind', '=', whom.kind).where('used_at', 'is', null);
    if (whom.kind === 'member') query = query.where('workspace', '=', whom.workspace).where('member', '=', whom.member);
    await query.execute();
  }

  /** The open invitations of a workspace: who was invited, and until when. */
  async openIn(workspace: string): Promise<{ member: string; expiresAt: string }[]> {
    const rows = await this.#open().where('workspace', '=', workspace).execute();
    return rows.flatMap((row) => (row.member === null ? [] : [{ member: row.member, expiresAt: row.expires_at }]));
  }

  #open() {
    return this.#db.selectFrom('invitations').selectAll().where('used_at', 'is', null).where('expires_at', '>', this.#clock().toISOString());
  }
}
