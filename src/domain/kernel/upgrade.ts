import type { Change, Entity, Fields, SetChange } from './change.ts';
import type { Entry } from './entry.ts';

/** What changed in the shape of one collection's records at a model version. A released one is never altered. */
export interface Upgrade {
  /** The first model version that has the new shape. */
  readonly to: number;
  readonly in: string;
  /**
   * Fields in the old shape become fields in the new one. `whole`: a record with all its fields; `part`: the fields that a change takes from
   * or gives; `sets`: members that sets of a change gain and lose.
   */
  readonly fields: (fields: Fields, of: 'whole' | 'part' | 'sets') => Fields;
}

/** A value written under an older model version in today's shape: a record, or the fields of a change. Old entries, snapshots and queued verbs pass through here. */
export function upgrade(
  upgrades: readonly Upgrade[],
  { collection, version, of }: { collection: string; version: number; of: 'whole' | 'part' | 'sets' },
  value: Fields,
): Fields {
  return upgrades.filter((step) => step.in === collection && step.to > version).reduce((fields, step) => step.fields(fields, of), value);
}

/** An entry written under an older model version, in today's shape and as today's entry. */
export function upgradeEntry(upgrades: readonly Upgrade[], entry: Entry, today: number): Entry {
  if (entry.model === today) return entry;
  if (entry.model > today) throw new Error(`entry ${entry.seq} was written by a newer version: ${entry.model}, and this is ${today}`);
  return { ...entry, model: today, changes: entry.changes.map((change) => upgradeChange(upgrades, change, entry.model)) };
}

function upgradeChange(upgrades: readonly Upgrade[], change: Change, version: number): Change {
  const shape = (of: 'whole' | 'part' | 'sets', value: Fields) => upgrade(upgrades, { collection: change.in, version, of }, value);
  if (change.op !== 'update') return { ...change, record: shape('whole', change.record as unknown as Fields) as unknown as Entity };
  const { sets } = change;
  const shaped = sets && (shape('sets', sets as unknown as Fields) as unknown as Record<string, SetChange>);
  return { ...change, from: shape('part', change.from), to: shape('part', change.to), ...(shaped ? { sets: shaped } : {}) };
}
