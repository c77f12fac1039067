import { emptyWorkspace } from '../../domain/model.ts';
import { decodeSnapshot, type Snapshot } from '../../domain/sync/snapshot.ts';
import { upgrades } from '../../domain/upgrades.ts';
import type { Kept } from './shelf.ts';

/** A snapshot as a workspace whose indexes are made when they are first asked for. */
export function loadedWorkspace(snapshot: Snapshot): ReturnType<typeof emptyWorkspace> {
  const workspace = emptyWorkspace();
  workspace.loadLazily(decodeSnapshot(snapshot, upgrades));
  return workspace;
}

/** What was kept as a workspace; an error where it does not fit together: a copy is only there to show the page sooner, and the server has it whole. */
export function keptWorkspace({ snapshot, log }: Pick<Kept, 'snapshot' | 'log'>): ReturnType<typeof emptyWorkspace> | Error {
  try {
    const workspace = loadedWorkspace(JSON.parse(snapshot) as Snapshot);
    for (const entry of log) workspace.apply(entry.changes, { seq: entry.seq, at: entry.at });
    return workspace;
  } catch (error) {
    return new Error('what was kept of the workspace does not fit together', { cause: error });
  }
}
