import type { Answer } from '../../db/host.ts';
import { idOf } from '../../domain/kernel/change.ts';
import type { Standing } from '../edge/standing.ts';
import { present, type Presented } from '../present.ts';

const MOST_SHOWN = 500;

/** What a caller is told of their command: its entry, and the records that it made or changed as they see them now. */
export interface Outcome {
  readonly seq: number;
  readonly outcome: Answer['outcome'];
  readonly kept: Answer['kept'];
  /** Of the record that was made, if it was one. */
  readonly id?: string;
  readonly data: readonly Presented[];
}

/** The answer to a command, in the caller's view; who is in the workspace no longer is told that it was done. */
export async function outcomeOf({ seq, outcome, kept, entry }: Answer, at: Standing): Promise<Outcome> {
  if (!entry || !(await at.isIn())) return { seq, outcome, kept, data: [] };
  const touched = new Map(entry.changes.filter((change) => change.op !== 'update' || !change.respread).map((change) => [idOf(change), change]));
  const made = entry.changes.filter((change) => change.op === 'create');
  const shown = made.length > 0 ? made : [...touched.values()];
  const data = await at.look((view) => shown.slice(0, MOST_SHOWN).flatMap((change) => present(view, change.in, idOf(change)) ?? []));
  const [first, ...others] = made;
  return { seq, outcome, kept, ...(first && others.length === 0 ? { id: idOf(first) } : {}), data };
}
