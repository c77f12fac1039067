import { createHash } from 'node:crypto';
import type { Store } from '../../db/store.ts';
import { freshId } from '../../db/fresh-id.ts';
import { notFound, Problem } from '../edge/problem.ts';

/** A larger file is refused with a sentence that says to split it. */
export const MOST_IMPORT_BYTES = 200 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;
/** A file that nobody imports is thrown away after this time. */
const KEPT_MS = 24 * 60 * 60_000;

export interface ImportFile {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly size: number;
}

/** Files that wait to be imported: kept in pieces in the database, seen only by who brought them. */
export class ImportFiles {
  readonly #store: Store;
  readonly #mostBytes: number;

  constructor(store: Store, mostBytes: number) {
    this.#store = store;
    this.#mostBytes = mostBytes;
  }

  /** Takes a file in as it arrives. Throws 413 for one that is too large, and keeps nothing of it. */
  async keep(of: { readonly workspace: string; readonly member: string; readonly name: string }, bytes: AsyncIterable<Uint8Array>): Promise<ImportFile> {
    const id = freshId();
    const hash = createHash('sha256');
    let size = 0;
    let n = 0;
    try {
      for await (const piece of pieces(bytes)) {
        size += piece.byteLength;
        if (size > this.#mostBytes) throw tooLarge();
        hash.update(piece);
        await this.#store.db.insertInto('import_chunks').values({ workspace: of.workspace, file: id, n: n++, bytes: piece }).execute();
      }
      const file = { id, name: of.name, hash: hash.digest('hex'), size };
      await this.#store.db
        .insertInto('import_files')
        .values({ ...of, ...file, at: new Date().toISOString(), mapping: null })
        .execute();
      await this.#dropOld(of.workspace);
      return file;
    } catch (error) {
      await this.#dropBytes(of.workspace, id);
      throw error;
    }
  }

  /** A file with its bytes; throws 404 when there is none, or somebody else brought it. */
  async read(of: {
    readonly workspace: string;
    readonly member: string;
    readonly id: string;
  }): Promise<ImportFile & { readonly bytes: Uint8Array; readonly mapping: string | null }> {
    const { db } = this.#store;
    const file = await db
      .selectFrom('import_files')
      .selectAll()
      .where('workspace', '=', of.workspace)
      .where('id', '=', of.id)
      .where('member', '=', of.member)
      .executeTakeFirst();
    if (!file) throw notFound();
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for (let n = 0; at < file.size; n++) {
      const piece = await db
        .selectFrom('import_chunks')
        .select('bytes')
        .where('workspace', '=', of.workspace)
        .where('file', '=', of.id)
        .where('n', '=', n)
        .executeTakeFirst();
      if (!piece) throw new Error(`the file ${of.id} has lost its piece ${n}`);
      bytes.set(piece.bytes, at);
      at += piece.bytes.byteLength;
    }
    return { id: file.id, name: file.name, hash: file.hash, size: file.size, bytes, mapping: file.mapping };
  }

  async keepMapping(workspace: string, id: string, mapping: string): Promise<void> {
    await this.#store.db.updateTable('import_files').set({ mapping }).where('workspace', '=', workspace).where('id', '=', id).execute();
  }

  async drop(workspace: string, id: string): Promise<void> {
    await this.#store.db.deleteFrom('import_files').where('workspace', '=', workspace).where('id', '=', id).execute();
    await this.#dropBytes(workspace, id);
  }

  async #dropBytes(workspace: string, file: string): Promise<void> {
    await this.#store.db.deleteFrom('import_chunks').where('workspace', '=', workspace).where('file', '=', file).execute();
  }

  async #dropOld(workspace: string): Promise<void> {
    const before = new Date(Date.now() - KEPT_MS).toISOString();
    const old = await this.#store.db.selectFrom('import_files').select('id').where('workspace', '=', workspace).where('at', '<', before).execute();
    for (const { id } of old) await this.drop(workspace, id);
  }
}

const tooLarge = () =>
  new Problem({
    status: 413,
    type: 'too-large',
    title: 'The file is too large.',
    detail: 'A file may have at most 200 MB and 200,000 rows. Split it and bring the parts one after another.',
  });

/** The bytes in pieces of one size, however they arrive. */
async function* pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    waiting.push(part);
    length += part.byteLength;
    if (length < PIECE_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
