import type { SentEntry } from '../../domain/sync/message.ts';

/** An entry as it is kept beside a snapshot, with how far this browser had come before it: what is missing between shows. */
export interface LogRow {
  readonly after: number;
  readonly entry: SentEntry;
}

/** Everything between two entries is in, also what was not for this reader. */
export interface Reach {
  readonly after: number;
  readonly seq: number;
}

/** New entries as rows, oldest first: each after the one before it. */
export function logRows(entries: readonly SentEntry[], after: number): LogRow[] {
  return entries.map((entry, at) => ({ after: entries[at - 1]?.seq ?? after, entry }));
}

/** A reach with one that was noted after it; where they do not touch, the newer one says nothing of what lies between. */
export const reachOn = (known: Reach | undefined, next: Reach): Reach =>
  known && known.seq >= next.after && known.after <= next.after ? { ...next, after: known.after } : next;

/**
 * What of the kept rows follows a snapshot without a gap, and how far that goes. What comes after a gap is left out: the server tells it again,
 * and a state with a hole in it would never be mended.
 */
export function unbroken(seq: number, rows: readonly LogRow[], reach: Reach | undefined): { readonly log: readonly SentEntry[]; readonly seq: number } {
  const log: SentEntry[] = [];
  let at = seq;
  for (const { after, entry } of rows) {
    if (entry.seq <= at) continue;
    if (after > at) break;
    log.push(entry);
    at = entry.seq;
  }
  return { log, seq: reach && reach.after <= at ? Math.max(at, reach.seq) : at };
}
