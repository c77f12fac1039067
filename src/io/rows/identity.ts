import { hashOf } from '../../domain/import/hash.ts';
import { foldName } from '../names/fold-name.ts';
import type { RowContext } from './row-context.ts';

const LONGEST = 180;

/**
 * What makes rows the same when a file comes again. With ids: `jira:10042`, or the key where the id is empty. Ids that somebody gave by hand
 * mean something only within their file, so the title goes with them. Without ids, a hash of the title; the second row of that title gets
 * `~2`. The row's place never counts: lines may be sorted and added.
 */
export class Identities {
  readonly #titles = new Map<string, number>();

  of(row: RowContext, { id, key, title }: { readonly id: string; readonly key: string | null; readonly title: string }): string {
    const { format, identity } = row.file.mapping;
    const own = (id || key || '').slice(0, LONGEST);
    if (identity === 'id' && own !== '') return `${format}:${own}`;
    const hash = hashOf(foldName(title));
    if (identity === 'id-and-title' && own !== '') return `${format}:${own}:${hash}`;
    const count = (this.#titles.get(hash) ?? 0) + 1;
    this.#titles.set(hash, count);
    return `${format}:title:${hash}${count === 1 ? '' : `~${count}`}`;
  }
}
