import type { z } from 'zod';
import type { Value } from './change.ts';
import type { Day, Instant } from './day.ts';
import type { Fact } from './fact.ts';
import type { Claim } from './permission.ts';
import type { Readable, Shape } from './workspace.ts';

/** The only way for a reading to know the outside. Its day comes from `now` in the zone that the reading names. */
export interface Asking {
  readonly now: Instant;
}

/**
 * A pure function of what the asker may see: cut line, roll-up, roadmap. The browser calls it directly and again only when something it
 * looked at was touched; the server answers it as a route, with the same result.
 */
export interface Reading<S extends Shape, Input, Answer> {
  readonly name: string;
  readonly does: string;
  /** Under `/api/v1/workspaces/{workspace}`, by GET; names in braces are fields of the input, the others come from the query. */
  readonly route: string;
  readonly input: z.ZodType<Input>;
  readonly needs: (view: Readable<S>, input: Input) => readonly Claim[];
  readonly of: (view: Readable<S>, input: Input, asking: Asking) => Answer;
  /** The same answer with pauses, where it takes long: the server lets others have their turn in them. */
  readonly inPieces?: (view: Readable<S>, input: Input, asking: Asking) => Generator<void, Answer>;
  /** It looks at the view after the first pause too: the server begins anew where something has changed meanwhile. */
  readonly looksAfterPauses?: true;
}

/** Some records, and all that ever named one of them in a field. */
export interface About {
  readonly records: readonly string[];
  readonly heldBy: { readonly in: string; readonly field: string };
}

/**
 * A fold over facts, oldest first: what was so on a day. The server answers it from the table of facts; a browser asks once and steps it
 * from the stream.
 */
export interface HistoryReading<S extends Shape, Input, State, Answer> {
  readonly name: string;
  readonly does: string;
  readonly route: string;
  readonly input: z.ZodType<Input>;
  readonly needs: (view: Readable<S>, input: Input) => readonly Claim[];
  /** Which facts it follows. */
  readonly follows: readonly { readonly in: string; readonly field: string }[];
  /** Of which records, where that is not all of them: what was never in one of these changes nothing. */
  readonly about?: (view: Readable<S>, input: Input) => About;
  /** All that `start` takes from the workspace, as plain values: when it is another, a fold begins again. */
  readonly goesBy: (view: Readable<S>, input: Input) => Value;
  readonly start: (view: Readable<S>, input: Input) => State;
  /** May alter the state in place and give it back. Facts of a removed record end with those that take its values away. */
  readonly step: (state: State, fact: Fact) => State;
  /** The zone whose day it is that the answer is given on. */
  readonly zone: (view: Readable<S>, input: Input) => string;
  /** Leaves the state as it is: the fold goes on with it. */
  readonly answer: (state: State, day: Day) => Answer;
}
