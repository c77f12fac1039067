import { groupOfName, isHeap, type ImportedGroup } from '../names/state-group-of.ts';
import { clipped } from '../values/text.ts';
import type { StateSeen } from './survey.ts';

/** A state of the file, what it is proposed to become, and on what grounds. */
export interface StateFound {
  readonly from: string;
  readonly rows: number;
  readonly name: string;
  readonly group: ImportedGroup;
  /** Its name, the tool's category, all its items being resolved, or nothing: then it is worth a look. */
  readonly by: 'name' | 'category' | 'resolution' | 'nothing';
  /** A sentence where the grounds are not the name. */
  readonly why: string | null;
}

const LONGEST_NAME = 60;

/** What each state of a file is proposed to become: by its name; a name that nobody knows by its category; else the backlog. */
export function proposeStates(states: ReadonlyMap<string, StateSeen>): StateFound[] {
  const hasHeap = [...states.keys()].some(isHeap);
  return Array.from(states, ([from, seen]) => ({ from, rows: seen.rows, name: clipped(from, LONGEST_NAME), ...groupFor(from, seen, hasHeap) }));
}

function groupFor(from: string, { rows, resolved, categories }: StateSeen, hasHeap: boolean): Pick<StateFound, 'group' | 'by' | 'why'> {
  const known = groupOfName(from, hasHeap);
  if (known) return { group: known, by: 'name', why: null };
  const category = [...categories].sort((a, b) => b[1] - a[1])[0]?.[0];
  const byCategory = category === undefined ? null : groupOfName(category, hasHeap);
  if (resolved === rows && byCategory !== 'declined') {
    const all = rows === 1 ? 'its only item is resolved' : `all its ${rows.toLocaleString('en')} items are resolved`;
    return {
      group: 'done',
      by: 'resolution',
      why: category && byCategory !== 'done' ? `Its category is “${category}”, but ${all}.` : `${all.charAt(0).toUpperCase()}${all.slice(1)}.`,
    };
  }
  if (byCategory) return { group: byCategory, by: 'category', why: `By its category “${category}”.` };
  return { group: 'backlog', by: 'nothing', why: 'Neither its name nor a category tells what it means.' };
}
