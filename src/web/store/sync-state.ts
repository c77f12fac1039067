import type { NamedCall } from '../../domain/verbs.ts';
import type { NotSaved } from './command.ts';

/** How it stands between this tab and the server. */
export interface SyncState {
  /** `loading`: nothing to show yet. `signed-out` and `no-access`: everything kept here was wiped. `newer-version`: the server is newer than this page; it must be loaded again. `failed`: it could not be opened. */
  readonly phase: 'loading' | 'ready' | 'failed' | 'signed-out' | 'no-access' | 'newer-version';
  /** Why it could not be opened. */
  readonly failure: unknown;
  readonly link: 'connecting' | 'live' | 'offline';
  /** Commands on the screen that the server has not answered yet. */
  readonly waiting: number;
  readonly notSaved: readonly NotSaved[];
  /** `without`: this browser lets nothing be kept, or is full; changes that wait are lost when the tab closes. */
  readonly storage: 'kept' | 'without';
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What is shown as if it were done, and is not. */
  readonly trial: Trial | null;
}

/** Calls that are tried: on this screen alone, until they are kept or left. */
export interface Trial {
  readonly calls: readonly NamedCall[];
  /** What it is called, and what else it does. */
  readonly says: string;
  readonly also: string;
}

export const FIRST_STATE: SyncState = {
  phase: 'loading',
  failure: null,
  link: 'connecting',
  waiting: 0,
  notSaved: [],
  storage: 'kept',
  canUndo: false,
  canRedo: false,
  trial: null,
};
