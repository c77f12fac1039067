import type { Change } from './change.ts';
import type { Claim } from './permission.ts';
import type { Instant } from './day.ts';

/** One line of the change log: who did what, when, and every change that it made. Never altered once written. */
export interface Entry {
  /** 1, 2, 3 … without a gap in a workspace. */
  readonly seq: number;
  /** Never before the previous entry's. */
  readonly at: Instant;
  /** The member who did it; null for the system itself. */
  readonly actor: string | null;
  readonly verb: string;
  /** The mutation's id: the same one is never written twice. */
  readonly mutation: string;
  /** Shared by the entries of one act that is too large for one entry; shown and undone as one. */
  readonly act: string | null;
  readonly reason: string | null;
  /** The model version that wrote it; older ones pass through `upgrade`. */
  readonly model: number;
  /** What its verb needed: undoing it needs the same. */
  readonly claims: readonly Claim[];
  readonly changes: readonly Change[];
}

/** An entry holds at most this many changes; a larger act is several entries. */
export const CHANGES_PER_ENTRY = 10_000;
