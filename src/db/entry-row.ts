import type { Entry } from '../domain/kernel/entry.ts';
import { todaysEntry } from '../domain/upgrades.ts';
import { ENTRIES } from './log-tables.ts';
import type { Row } from './steps.ts';

const COLUMNS = ENTRIES.columns.join(', ');

/** Asks for entries after one and up to another, oldest first. Parameters: workspace, after, up to, at most. */
export const ENTRIES_BETWEEN = `select ${COLUMNS} from entries where workspace = ? and seq > ? and seq <= ? order by seq limit ?`;

/** Asks for some entries. Parameters: workspace, seqs. */
export const someEntries = (count: number): string =>
  `select ${COLUMNS} from entries where workspace = ? and seq in (${Array.from({ length: count }, () => '?').join(',')})`;

/** Asks for the entries that tell of a record, after one and before another. Parameters: workspace, record, after, before, at most, workspace. */
export const entriesAbout = (order: 'asc' | 'desc'): string =>
  `select ${ENTRIES.columns.map((column) => `e.${column}`).join(', ')}
    from (select seq from subjects where workspace = ? and record = ? and seq > ? and seq < ? order by seq ${order} limit ?) s
    join entries e on e.workspace = ? and e.seq = s.seq order by e.seq ${order}`;

/** Larger than every seq. */
export const NEWEST = 2_147_483_647;

export const rowOfEntry = (workspace: string, { seq, at, actor, verb, mutation, act, reason, model, claims }: Entry, changes: string): Row => [
  workspace,
  seq,
  at,
  actor,
  verb,
  mutation,
  act,
  reason,
  model,
  JSON.stringify(claims),
  changes,
];

/** An entry as it is kept, in today's shape. */
export function entryOfRow(row: Row): Entry {
  const [, seq, at, actor, verb, mutation, act, reason, model, claims, changes] = row;
  const kept = { seq, at, actor, verb, mutation, act, reason, model, claims: JSON.parse(claims as string), changes: JSON.parse(changes as string) };
  return todaysEntry(kept as Entry); // the columns of the log, in their order
}
