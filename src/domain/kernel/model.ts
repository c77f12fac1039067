import type { Change, Entity } from './change.ts';
import type { Collection } from './field.ts';
import type { Belonging, Claim, Subject } from './permission.ts';
import type { IndexOf } from './record-index.ts';
import type { Ranking } from './rank.ts';
import type { Blocker } from './refusal.ts';
import { Workspace, type Readable, type Shape } from './workspace.ts';

/** A record, named. */
export interface RecordName {
  readonly in: string;
  readonly id: string;
}

/** All that the kernel must know about what it keeps. */
export interface Model<S extends Shape> {
  /** Counted up when the shape of records changes; older entries and snapshots pass through `upgrade`. */
  readonly version: number;
  readonly collections: { readonly [C in keyof S & string]: Collection<S[C]> };
  readonly indexes: readonly IndexOf<never>[];
  readonly ranking: Ranking<never>;
  /** What a member is; null when there is no such member. */
  readonly subject: (workspace: Readable<S>, member: string) => Subject | null;
  readonly belonging: (workspace: Readable<S>, on: Claim['on']) => Belonging;
  /** The id behind an id, a key or a slug. */
  readonly resolve: (workspace: Readable<S>, collection: string, name: string) => string | undefined;
  /** The record as somebody with this access sees it: whole, with fields blanked, or not at all. */
  readonly visible: (workspace: Readable<S>, access: Access, name: RecordName) => Entity | undefined;
  /** The rule that a record breaks as it stands; null when none, or when it is not there. Undo gives nothing back that would break one. */
  readonly broken: (workspace: Readable<S>, name: RecordName) => Blocker | null;
  /** Whether a field names something that nobody could put the record into by now. Undo puts nothing back there. */
  readonly isBarred: (workspace: Readable<S>, name: RecordName, field: string) => boolean;
  /** Other records that somebody may come to see, see otherwise or no longer see because of a change. */
  readonly dependants: (workspace: Readable<S>, change: Change) => readonly RecordName[];
}

/** What somebody may see. Members with equal access share one key, one projection and one snapshot. */
export interface Access {
  readonly key: string;
  /** Everything but what never leaves the server. */
  readonly whole: boolean;
  readonly subject: Subject;
}

export const emptyWorkspace = <S extends Shape>(model: Model<S>): Workspace<S> => new Workspace<S>(model.indexes);
