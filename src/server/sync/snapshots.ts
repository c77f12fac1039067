import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import { model } from '../../domain/model.ts';
import { capture, encodeSnapshot } from '../../domain/sync/snapshot.ts';
import type { Standing } from '../edge/standing.ts';
import type { Feed } from './feed.ts';
import { inSlices } from './in-slices.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A snapshot as it goes over the wire. */
export interface Made {
  readonly seq: number;
  readonly tag: string;
  in(encoding: Encoding): Promise<Buffer>;
}

/** Further behind than this, in entries or in changes, a snapshot is made anew rather than caught up from. */
const MOST_BEHIND = 1_000;

const pack = promisify(brotliCompress);
const unpack = promisify(brotliDecompress);

/** The snapshots of one host, one for each access key, made once and served with the entries after it. */
export class Snapshots {
  readonly #made = new Map<string, Promise<Made>>();

  /** A snapshot that the stream can catch up from. */
  async of(at: Standing, feed: Feed): Promise<Made> {
    const { key } = feed.access;
    const made = this.#made.get(key);
    if (made && isNear(await made, feed)) return made;
    const fresh = make(at);
    this.#made.set(key, fresh);
    fresh.catch(() => this.#made.delete(key));
    return fresh;
  }
}

function isNear({ seq }: Made, feed: Feed): boolean {
  const items = feed.after(seq);
  return items !== undefined && items.length <= MOST_BEHIND && items.reduce((sum, { changes }) => sum + changes, 0) <= MOST_BEHIND;
}

/** References to the records are taken at once, and written in slices: records never change, so the workspace may. Kept is the smallest form only. */
async function make(at: Standing): Promise<Made> {
  const { captured, seq, key } = await at.look((view, seq, access) => ({ captured: capture(model, view), seq, key: access.key }));
  const pieces = await inSlices(encodeSnapshot({ model: model.version, workspace: at.host.id, access: key, seq }, captured));
  const json = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
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
