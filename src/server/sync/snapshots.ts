import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import { model } from '../../domain/model.ts';
import { capture, encodeSnapshot } from '../../domain/sync/snapshot.ts';
import type { Standing } from '../edge/standing.ts';
import type { Feed } from './feed.ts';
import { inSlices } from '../../db/in-slices.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A snapshot as it goes over the wire. */
export interface Made {
  readonly seq: number;
  readonly tag: string;
  in(encoding: Encoding): Promise<Buffer>;
}

/** So many access keys have their snapshot held ready; of more, those asked for last. */
const MOST_KEYS = 16;

/** Further behind than this, in entries or in changes, a snapshot is made anew rather than caught up from. */
const MOST_BEHIND = 1_000;

const pack = promisify(brotliCompress);
const unpack = promisify(brotliDecompress);

/** The snapshots of one host, one for each access key, made once and served with the entries after it. */
export class Snapshots {
  readonly #made = new Map<string, Promise<Made | null>>();

  /** A snapshot that the stream can catch up from; null when the reader's access became another one meanwhile: then the feed is another one too. */
  async of(at: Standing, feed: Feed): Promise<Made | null> {
    const { key } = feed.access;
    const known = this.#made.get(key);
    const made = await known;
    if (made && isNear(made, feed)) {
      if (this.#made.get(key) === known) this.#keep(key, known!);
      return made;
    }
    const fresh = make(at, key);
    this.#keep(key, fresh);
    const forget = () => void (this.#made.get(key) === fresh && this.#made.delete(key));
    fresh.then((one) => one ?? forget(), forget);
    return fresh;
  }

  /** The key becomes the newest of those that are held. */
  #keep(key: string, made: Promise<Made | null>): void {
    this.#made.delete(key);
    this.#made.set(key, made);
    const [oldest] = this.#made.keys();
    if (this.#made.size > MOST_KEYS) this.#made.delete(oldest!);
  }
}

function isNear({ seq }: Made, feed: Feed): boolean {
  const items = feed.after(seq);
  return items !== undefined && items.length <= MOST_BEHIND && items.reduce((sum, { changes }) => sum + changes, 0) <= MOST_BEHIND;
}

/** References to the records are taken at once, and written in slices: records never change, so the workspace may. Kept is the smallest form only. */
async function make(at: Standing, key: string): Promise<Made | null> {
  const looked = await at.look((view, seq, access) => (access.key === key ? { captured: capture(model, view), seq } : null));
  if (!looked) return null;
  const { captured, seq } = looked;
  const json = Buffer.concat(await inSlices(inBytes(encodeSnapshot({ model: model.version, workspace: at.host.id, access: key, seq }, captured))));
  const packed = await pack(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: json.length } });
  return {
    seq,
    tag: `"${createHash('sha256').update(`${at.host.id} ${key} ${seq} ${model.version}`).digest('base64url').slice(0, 22)}"`,
    async in(encoding) {
      if (encoding === 'br') return packed;
      return encoding === 'gzip' ? promisify(gzip)(await unpack(packed)) : unpack(packed);
    },
  };
}

function* inBytes(written: Generator<void, string[]>): Generator<void, Buffer[]> {
  const bytes: Buffer[] = [];
  for (const piece of yield* written) {
    bytes.push(Buffer.from(piece));
    yield;
  }
  return bytes;
}
