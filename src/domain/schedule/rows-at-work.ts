import { LONGEST_DAYS } from '../forecast/working-week.ts';

/** Not within three years. */
export const NEVER = LONGEST_DAYS + 1;

/** So many trials are gone through before what came of them is taken away: few enough to lie close together in memory. */
export const AT_ONCE = 32;

/** The rows of some lanes while trials are gone through. */
export interface RowsAtWork<L> {
  /** On which day each was finished, and on which there was room to begin it: those of the first row in each of the last trials, then those of the second. */
  readonly finishedOn: Uint16Array;
  readonly begunOn: Uint16Array;
  readonly laneOf: readonly L[];
  /** The rows that wait for each; null: none does. */
  readonly followers: readonly (readonly number[] | null)[];
  /** How many rows each still waits for in this trial, and the first day on which it may be begun as far as all others are concerned. */
  readonly waiting: Uint16Array;
  readonly mayFrom: Uint16Array;
  /** What the lanes that are not the one that goes on finish before this day is known. */
  known: number;
}
