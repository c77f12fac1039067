import { type Change, type Entity, type Fields, type Value } from './change.ts';
import { dayIn, type Day, type Instant } from './day.ts';
import type { Entry } from './entry.ts';
import { fieldsOf, type Collection } from './field.ts';

/** One field of one record took another value: what history is made of. Derived from the log and never written on its own. */
export interface Fact {
  readonly in: string;
  readonly id: string;
  readonly field: string;
  readonly from: Value;
  readonly to: Value;
  readonly seq: number;
  /** Its place among the facts of its entry, from 0. */
  readonly n: number;
  readonly at: Instant;
  /** The member whose entry it is of; null: the system's. */
  readonly by: string | null;
  /** The day it happened, where that was before it came here; else null, and `at` says it. */
  readonly happenedOn: Day | null;
}

/** The day that a fact tells of, where its time is counted in a zone. */
export const dayOfFact = ({ happenedOn, at }: Fact, zone: string): Day => happenedOn ?? dayIn(zone, at);

/** The facts of an entry: every change of a field whose history is kept, records made and removed included. */
export function factsOf(collections: Readonly<Record<string, Collection>>, entry: Pick<Entry, 'seq' | 'at' | 'actor' | 'changes'>): Fact[] {
  const facts: Fact[] = [];
  for (const change of entry.changes) {
    const collection = collections[change.in];
    if (!collection) throw new Error(`there is no collection ${change.in}`);
    for (const [field, from, to] of steps(collection, change)) {
      const id = change.op === 'update' ? change.id : change.record.id;
      facts.push({ in: change.in, id, field, from, to, seq: entry.seq, n: facts.length, at: entry.at, by: entry.actor, happenedOn: change.happenedOn ?? null });
    }
  }
  return facts;
}

type Step = [field: string, from: Value, to: Value];

function steps(collection: Collection, change: Change): Step[] {
  const kept = fieldsWithHistory(collection);
  if (change.op === 'update') return kept.filter((field) => field in change.to).map((field) => [field, change.from[field]!, change.to[field]!]);
  const values = fieldsOfRecord(change.record);
  const set = kept.filter((field) => values[field] !== null && values[field] !== undefined);
  return set.map((field) => (change.op === 'create' ? [field, null, values[field]!] : [field, values[field]!, null]));
}

const withHistory = new WeakMap<Collection, readonly string[]>();

function fieldsWithHistory(collection: Collection): readonly string[] {
  let names = withHistory.get(collection);
  if (!names) withHistory.set(collection, (names = fieldsOf(collection).flatMap(([name, field]) => (field.history ? [name] : []))));
  return names;
}

const fieldsOfRecord = (record: Entity) => record as unknown as Fields;
