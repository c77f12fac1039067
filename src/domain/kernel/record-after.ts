import { changeSet, idOf, same, type Change, type Entity, type Fields, type Update } from './change.ts';
import type { Instant } from './day.ts';

/** What is stamped on a record that an entry touches. */
interface Stamp {
  readonly seq: number;
  readonly at: Instant;
}

/** A record after a change; undefined where it is removed. Throws where what was there is not what the change found. */
export function recordAfter(change: Change, before: Entity | undefined, stamp: Stamp): Entity | undefined {
  if ((change.op === 'create') === (before !== undefined)) throw new Error(`cannot ${change.op} ${change.in} ${idOf(change)}`);
  if (change.op === 'remove') return undefined;
  if (change.op === 'create') return { ...change.record, ...stamped(change, undefined, stamp) };
  return updated(change, before!, stamp);
}

/** An update says what it found; when that is not what is there, somebody else was faster and applying it would overwrite them. */
function updated(change: Update, before: Entity, stamp: Stamp): Entity {
  const fields = before as unknown as Fields;
  const after: Record<string, unknown> = { ...before, ...change.to };
  for (const [field, value] of Object.entries(change.from)) {
    if (!same(fields[field], value)) throw new Error(`${change.in} ${change.id}: ${field} has changed meanwhile`);
  }
  for (const [field, members] of Object.entries(change.sets ?? {})) after[field] = changeSet(fields[field] as readonly string[], members);
  return Object.assign(after, stamped(change, before, stamp)) as unknown as Entity;
}

/** A touch that happened before it came here counts on its own day and never moves the last touch back; a re-spread key and being put aside are none. */
function stamped(change: Change, before: Entity | undefined, stamp: Stamp): Pick<Entity, 'version' | 'touchedAt'> {
  if (change.stamp) return change.stamp;
  const known = before?.touchedAt;
  if (known && change.op === 'update' && (change.respread || change.aside)) return { version: stamp.seq, touchedAt: known };
  const at: Instant = change.happenedOn ? `${change.happenedOn}T00:00:00.000Z` : stamp.at;
  return { version: stamp.seq, touchedAt: known && known > at ? known : at };
}
