import type { Kysely } from 'kysely';
import type { NotesLinkRow, Schema } from '../../db/schema.ts';
import { hashOf, newSecret } from '../identity/secret-text.ts';

/** Which release's notes are published, and since when: a link counts only as long as the release says the same. */
export type Publication = Pick<NotesLinkRow, 'workspace' | 'release'> & { readonly publishedAt: string };

/** Links to published notes. The secret is shown once, when it is made; what is kept is its hash. */
export class NotesLinks {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Makes the secret of a link, for the only time. An earlier one of the release leads nowhere any more; of two who publish at once the later one's counts. */
  async make({ workspace, release, publishedAt }: Publication): Promise<string> {
    const secret = newSecret('notes');
    const values = { hash: hashOf(secret), published_at: publishedAt };
    await this.#db
      .insertInto('notes_links')
      .values({ workspace, release, ...values })
      .onConflict((known) => known.columns(['workspace', 'release']).doUpdateSet(values).where('notes_links.published_at', '<=', publishedAt))
      .execute();
    return secret;
  }

  /** What a secret stands for; null when it is unknown. */
  async behind(secret: string): Promise<Publication | null> {
    const row = await this.#db.selectFrom('notes_links').selectAll().where('hash', '=', hashOf(secret)).executeTakeFirst();
    return row ? { workspace: row.workspace, release: row.release, publishedAt: row.published_at } : null;
  }
}
