import { declines, isUnresolved } from '../names/resolution.ts';
import { groupOfName, type ImportedGroup } from '../names/state-group-of.ts';
import { excerpt } from '../problem.ts';
import { clipped, oneLine } from '../values/text.ts';
import type { RowContext } from './row-context.ts';

/** Where items stand that were closed there without being done, when the file's own state says done. */
const DECLINED = 'Declined';

const LONGEST_STATE = 60;
const LONGEST_REASON = 1000;

export interface ReadState {
  readonly state: { readonly name: string; readonly group: ImportedGroup } | null;
  readonly declineReason: string | null;
}

/** A row's state as the mapping has it. A resolution that declines makes a closed row declined, with the resolution as its reason. */
export function readState(row: RowContext): ReadState {
  const from = oneLine(row.first('state'));
  if (from === '') return { state: null, declineReason: null };
  const state = row.file.states.get(from) ?? unmapped(row, from);
  const resolution = oneLine(row.first('resolution'));
  if (isUnresolved(resolution)) return { state, declineReason: null };
  const isDeclining = row.file.declining.has(resolution) || (!row.file.mapping.resolutions.some((known) => known.from === resolution) && declines(resolution));
  const declineReason = isDeclining ? clipped(resolution, LONGEST_REASON) : null;
  if (state.group === 'declined') return { state, declineReason };
  if (state.group === 'done') return isDeclining ? { state: { name: DECLINED, group: 'declined' }, declineReason } : { state, declineReason: null };
  row.note('resolved-but-open', 'resolution', {
    value: resolution,
    why: `it is resolved as “${excerpt(resolution)}”, but its state “${excerpt(from)}” counts as open.`,
  });
  return { state, declineReason: null };
}

/** A state that the mapping does not name: the file has changed since. By its name, else in the backlog. */
function unmapped(row: RowContext, from: string): NonNullable<ReadState['state']> {
  const group = groupOfName(from, false) ?? 'backlog';
  row.note('states-not-known', 'state', {
    value: from,
    why: `the mapping does not name the state “${excerpt(from)}”; it is taken as ${group.replace('-', ' ')}.`,
  });
  return { name: clipped(from, LONGEST_STATE), group };
}
