import type { Estimate } from '../../domain/estimation/estimate.ts';
import { excerpt } from '../problem.ts';
import type { Target } from '../target.ts';
import { readHours } from '../values/hours.ts';
import { readNumber } from '../values/number.ts';
import { readSize } from '../values/size.ts';
import type { RowContext } from './row-context.ts';

/** More points or hours than anything that is estimated. */
const MOST = 100_000;

const TIMES = ['originalTime', 'remainingTime', 'spentTime'] as const satisfies readonly Target[];

/** A row's estimate: the first filled cell of its estimate columns, as points, T-shirt size or hours; else its hours; null when it has none. */
export function readEstimate(row: RowContext): Estimate | null {
  const cells = row.all('estimate');
  const first = cells[0];
  const estimate = first === undefined ? null : estimateIn(row, first);
  const other = cells.find((cell) => cell.trim() !== first?.trim() && Number(cell) !== Number(first));
  if (other !== undefined)
    row.note('points-differ', 'estimate', { value: first!, why: `it says “${excerpt(first!)}”, another column “${excerpt(other)}”; the first is taken.` });
  const hours = readTimes(row);
  if (estimate === null) return hours;
  if (hours !== null)
    row.refuseCell('hours-beside-points', 'estimate', { value: first!, why: 'hours stand beside it; an item has one estimate, and this one is taken.' });
  return estimate;
}

function estimateIn(row: RowContext, cell: string): Estimate | null {
  const text = cell.trim();
  const number = readNumber(text.replace(/\s*(?:points?|pts?|sp|p)\.?$/i, ''), row.file);
  if (number !== null && number < 0) return null; // -1 is how some tools write none
  if (number !== null && number <= MOST) return { kind: 'points', value: number };
  const size = readSize(text);
  if (size) return { kind: 'size', value: size };
  const hours = readHours(text, 'hours', row.file.isCommaDecimal);
  if (hours !== null && number === null && hours <= MOST) return { kind: 'hours', original: hours, remaining: null, spent: null };
  row.refuseCell('number-not-understood', 'estimate', { value: cell, why: `“${excerpt(cell)}” is no number of points, no T-shirt size and no time.` });
  return null;
}

function readTimes(row: RowContext): Estimate | null {
  const [original, remaining, spent] = TIMES.map((target) => readTime(row, target));
  return original || remaining || spent ? { kind: 'hours', original: original ?? null, remaining: remaining ?? null, spent: spent ?? null } : null;
}

function readTime(row: RowContext, target: (typeof TIMES)[number]): number | null {
  const cell = row.first(target);
  if (cell === '') return null;
  const hours = readHours(cell, row.file.mapping.timeUnit, row.file.isCommaDecimal);
  if (hours !== null && hours <= MOST) return hours;
  row.refuseCell('number-not-understood', target, { value: cell, why: `“${excerpt(cell)}” is no time.` });
  return null;
}
