import type { Rows } from '../ui/rows.ts';

/** `(+5 hidden above)`: a filter hides rows and never moves the line. */
export function hiddenText(taken: readonly string[], rows: Rows): string {
  const hidden = taken.filter((id) => rows.indexOf(id) < 0).length;
  return hidden > 0 ? ` (+${hidden} hidden above)` : '';
}
