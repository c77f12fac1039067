import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Why } from './command.ts';
import { StoreContext } from './hooks.ts';
import { openStore, type OpenStore } from './open-store.ts';
import type { SyncState } from './sync-state.ts';

export interface StoreProviderProps {
  readonly user: string;
  /** The workspace's id. */
  readonly workspace: string;
  /** How the address calls it. */
  readonly called: string;
  /** What stands there until there is something to show. */
  readonly loading: ReactNode;
  /** What stands there when it could not be opened. */
  readonly failed: (failure: unknown) => ReactNode;
  /** What stands there when the workspace is lost to this user and everything kept was wiped. */
  readonly ended: (phase: Extract<SyncState['phase'], 'signed-out' | 'no-access'>) => ReactNode;
  /** Says why something was refused; must be stable. */
  readonly onRefused: (why: Why) => void;
  readonly children: ReactNode;
}

/** Opens a workspace's store for all below it. Stores of one workspace are shared and closed with the last who shows them. */
export function StoreProvider({ user, workspace, called, loading, failed, ended, onRefused, children }: StoreProviderProps) {
  const opened = useMemo<OpenStore>(() => openStore({ user, workspace, called }), [user, workspace, called]);
  useEffect(() => opened.hold(), [opened]);
  const { phase, failure } = useSyncExternalStore(opened.store.subscribe, opened.store.state);
  const context = useMemo(() => ({ store: opened.store, onRefused }), [opened, onRefused]);
  if (phase === 'loading') return loading;
  if (phase === 'failed') return failed(failure);
  // A page that is too old goes on showing what it has.
  if (phase === 'signed-out' || phase === 'no-access') return ended(phase);
  return <StoreContext value={context}>{children}</StoreContext>;
}
