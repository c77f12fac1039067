import type { Category } from '../backlog/category.ts';

/** What a row needs of the part of a team's capacity that it draws on; `keptFor`: the category that it is kept for, if any. */
interface Room {
  line: string;
  team: string;
  keptFor: Category | null;
  /** Whether other teams have a part in the line too, so that it must be said which one is full. */
  isOneOfSeveral: boolean;
  needs: number;
  room: number;
}

/** Why a row stands where it does, as a code with the facts that its sentence needs. Screens and documents have a sentence for each. */
export interface Reasons {
  /** `held: blocked by …` */
  held: { line: string; by: string };
  /** Held by an item that the asker may not see. */
  'held-by-hidden': { line: string };
  /** `Web team full`: the row needs more than the team has left. */
  full: Room;
  /** The row would fit what is left, but one ranked above it did not. */
  'would-fit': Room & { stoppedBy: string };
  /** It needs several teams, each has room, and that all of them finish it in time is less likely than the line asks for. */
  together: { line: string; team: string; confidence: number };
  /** `in sprint, below the line`: a line takes it for its sprint, whatever its rank. */
  'in-sprint': { line: string };
  /** `2.6 has no date`. */
  'no-date': { release: string };
  /** The release's date has passed, so that it has no capacity left. */
  'date-passed': { line: string; date: string };
  /** The release is shipped or cancelled, and the row is still open. */
  'release-closed': { release: string };
  /** The row's team does not work on the line's release. */
  'other-team': { line: string; team: string };
  /** No team works on the product. */
  'no-team': { product: string };
  /** Nobody has said how much the team delivers in two weeks. */
  'no-pace': { line: string; team: string };
}
export type ReasonCode = keyof Reasons;
export type Reason = { [C in ReasonCode]: { readonly code: C } & Readonly<Reasons[C]> }[ReasonCode];

/** What a row's mark answers when it is asked, besides the reasons for not being taken. */
interface Answers {
  /** In a release, and its line takes it. */
  taken: { line: string };
  /** In no release, and a line takes it. */
  'would-be-taken': { line: string };
  /** In no release, and so many rows below the last line. */
  below: { line: string; rows: number };
  /** The product has no line. */
  'no-line': { product: string };
  /** A parent has no place of its own: its rows have. */
  parent: { above: number; of: number };
  /** A task stands and falls with its story. */
  task: { story: string | null };
  /** It is not open, or waits in triage. */
  'no-place': { because: 'done' | 'declined' | 'parked' | 'trashed' | 'triage' };
}
export type WhyReasons = Reasons & Answers;
export type WhyCode = keyof WhyReasons;
export type WhyReason = { [C in WhyCode]: { readonly code: C } & Readonly<WhyReasons[C]> }[WhyCode];
