import type { HistoryEntry } from '../../store/server.ts';

/** The day of what was done before it came here; null for what was done here. An import is done here, whatever it tells of earlier days. */
export function happenedOn({ verb, changes }: Pick<HistoryEntry, 'verb' | 'changes'>): string | null {
  if (verb.startsWith('import')) return null;
  return changes.find((change) => change.happenedOn !== undefined)?.happenedOn ?? null;
}
