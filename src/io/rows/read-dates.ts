import type { Day } from '../../domain/kernel/day.ts';
import { excerpt } from '../problem.ts';
import type { Target } from '../target.ts';
import { readDay } from '../values/date.ts';
import type { RowContext } from './row-context.ts';

export const DATES = ['createdOn', 'updatedOn', 'resolvedOn', 'dueOn'] as const satisfies readonly Target[];

/** The day in one of a row's date columns, or null; what can't be read is reported. */
export function readDate(row: RowContext, target: (typeof DATES)[number]): Day | null {
  const cell = row.first(target);
  if (cell === '') return null;
  const read = readDay(cell, row.file.mapping.dateOrder);
  if ('day' in read) return read.day;
  const value = excerpt(cell);
  if (read.fault === 'does-not-exist') row.refuseCell('date-does-not-exist', target, { value: cell, why: `there is no such day as “${value}”.` });
  else if (read.fault === 'undecided')
    row.refuseCell('date-undecided', target, { value: cell, why: `“${value}” may be day or month first; choose the order of the file's dates.` });
  else row.refuseCell('date-not-understood', target, { value: cell, why: `“${value}” is not understood as a date.` });
  return null;
}
