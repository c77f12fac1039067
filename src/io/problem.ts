/** Everything that reading a file may have to say. Each code stands for one kind of remark, so that a report can count and group them. */
export const PROBLEM_CODES = [
  // of the whole file
  'file-empty',
  'file-too-large',
  'too-many-rows',
  'not-a-table',
  'no-title-column',
  'mapping-does-not-fit',
  'quote-not-closed',
  'encoding-guessed',
  'characters-removed',
  'columns-not-taken',
  'states-not-known',
  'no-resolution-column',
  'rank-buckets-mixed',
  // of a row
  'row-not-taken',
  'row-too-wide',
  'row-short',
  'header-repeated',
  'title-missing',
  'row-not-taken',
  'project-left-out',
  'merged',
  'parent-missing',
  'parent-not-larger',
  'parent-cycle',
  'parent-in-other-product',
  'link-missing',
  // of a cell
  'quote-stray',
  'date-not-understood',
  'date-does-not-exist',
  'date-undecided',
  'number-not-understood',
  'points-differ',
  'hours-beside-points',
  'one-assignee',
  'resolved-but-open',
  'shortened',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What of the file does not come in because of a problem: all of it, a row, a cell, or nothing (it is only said). */
export type Loss = 'file' | 'row' | 'cell' | 'nothing';

/** One thing that a person should know about the file: what is wrong, and where. */
export interface Problem {
  readonly code: ProblemCode;
  readonly loses: Loss;
  /** As a spreadsheet counts: the header is 1 when nothing stands above it. Null when it is about the whole file or a column. */
  readonly row: number | null;
  /** The column's name as the header writes it, or null. */
  readonly column: string | null;
  /** What stands in the cell, shortened. */
  readonly value?: string;
  /** A clear sentence with the place in it. */
  readonly message: string;
}

/** Whether a problem keeps the whole file out. */
export const isFatal = ({ loses }: Problem): boolean => loses === 'file';

/** A cell's text, short enough for a sentence. */
export function excerpt(value: string, max = 60): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length <= max ? line : `${line.slice(0, max - 1)}…`;
}
