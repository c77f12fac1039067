import type { NamedCall } from '../verbs.ts';

/** One step that changes on which side of a line a row is: what it is called, and the verb that does it. */
export interface Fix {
  readonly code: 'put-in' | 'take-out' | 'move-above' | 'move-blocker-above' | 'put-blocker-in' | 'set-date' | 'set-pace' | 'make-team' | 'add-team';
  readonly call: NamedCall;
  /** A field of the input that a person fills in first. */
  readonly asks: 'dueOn' | 'pace' | null;
}
