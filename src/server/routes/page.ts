import type { Collections, View } from '../../domain/collections.ts';
import { byCodeUnit, type Entity } from '../../domain/kernel/change.ts';
import type { IndexOf } from '../../domain/kernel/record-index.ts';
import type { Group } from '../../domain/kernel/sorted-group.ts';
import { invalid } from '../edge/problem.ts';

/** Which records are paged through: a group of an index, or a whole collection by id. */
export interface Paged {
  readonly collection: keyof Collections;
  readonly group: { readonly by?: IndexOf<never> | undefined; readonly value: string } | undefined;
  readonly matches: (record: Entity) => boolean;
}

/** Where a page ended: the order and id of its last record. It stays right when that record has moved or gone. */
interface Cursor {
  readonly order: string;
  readonly id: string;
}

/** A page of records in a lasting order, and the cursor of the next; null when it is the last. */
export function pageOf(
  view: View,
  paged: Paged,
  { limit, cursor: text }: { limit: number; cursor?: string | undefined },
): { records: Entity[]; next: string | null } {
  const cursor = text === undefined ? null : read(text);
  const by = paged.group?.by as IndexOf<Entity> | undefined;
  const found =
    by && paged.group ? inGroup(view, { by, name: paged.group.value, matches: paged.matches }, { cursor, limit }) : byId(view, paged, { cursor, limit });
  const records = found.slice(0, limit);
  const last = records.at(-1);
  return { records, next: last && found.length > limit ? written({ order: by?.order(last) ?? '', id: last.id }) : null };
}

function inGroup(
  view: View,
  { by, name, matches }: { by: IndexOf<Entity>; name: string; matches: Paged['matches'] },
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Entity[] {
  const group = view.list(by, name);
  const found: Entity[] = [];
  for (const record of group.from(cursor ? firstAfter(cursor, group, by) : 0)) {
    if (matches(record)) found.push(record);
    if (found.length > limit) break;
  }
  return found;
}

function firstAfter(cursor: Cursor, group: Group<Entity>, by: IndexOf<Entity>): number {
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const record = group.at(middle)!;
    const order = byCodeUnit(by.order(record), cursor.order) || byCodeUnit(record.id, cursor.id);
    if (order <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first records by id after the cursor. Ids come nearly in order, so that keeping the smallest costs little more than looking at each. */
function byId(view: View, { collection, matches }: Paged, { cursor, limit }: { cursor: Cursor | null; limit: number }): Entity[] {
  const smallest: Entity[] = [];
  for (const record of view.all(collection) as Iterable<Entity>) {
    if (cursor && record.id <= cursor.id) continue;
    if (smallest.length > limit && record.id >= smallest.at(-1)!.id) continue;
    if (!matches(record)) continue;
    let at = smallest.length;
    while (at > 0 && smallest[at - 1]!.id > record.id) at--;
    smallest.splice(at, 0, record);
    if (smallest.length > limit + 1) smallest.pop();
  }
  return smallest;
}

const written = ({ order, id }: Cursor): string => Buffer.from(JSON.stringify([order, id])).toString('base64url');

function read(text: string): Cursor {
  const parts: unknown = parsed(Buffer.from(text, 'base64url').toString('utf8'));
  if (!Array.isArray(parts) || typeof parts[0] !== 'string' || typeof parts[1] !== 'string')
    throw invalid([{ path: 'cursor', message: 'is no cursor of a list' }]);
  return { order: parts[0], id: parts[1] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
