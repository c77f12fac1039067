import type { LineSides } from '../cutline/line-sides.ts';
import type { Crossed } from '../cutline/ripple.ts';
import type { Day } from '../kernel/day.ts';
import type { NamedCall } from '../verbs.ts';

/** What brings a row above its line, and what would push one below it, as a code with the facts that its sentence needs. */
interface Deeds {
  /** What blocks it goes above it, or into its release. */
  unblock: { blockers: readonly string[] };
  /** It changes places with these, as few as do. */
  swap: { with: readonly string[] };
  /** It goes above a row, and what blocks it goes before it. */
  'move-up': { position: number; above: string; blockers: readonly string[] };
  /** A part that fits is done, the rest stays where it is. `team`: of what it takes of this one besides its own; null: of its own estimate. */
  split: { part: number; rest: number; team: string | null };
  /** It is made smaller. */
  shrink: { from: number; to: number; team: string | null };
  /** The release gets the first later day on which it is taken; from null: it had none. */
  'later-date': { release: string; from: Day | null; to: Day };
  'more-pace': { team: string; from: number | null; to: number };
  /** Somebody works on days on which they were to be away. */
  'free-person': { member: string; from: Day; to: Day };
  /** What blocks it comes after it. */
  'block-later': { blocker: string };
  /** It goes below a row. */
  'move-down': { position: number; below: string };
  /** Another row goes above it. */
  overtaken: { by: string };
  /** It, or a row above it, is made larger. */
  grow: { item: string; from: number; to: number };
  'earlier-date': { release: string; from: Day; to: Day };
  'less-pace': { team: string; from: number; to: number };
  /** The whole team loses days, from the next one on. */
  'lost-days': { team: string; days: number; from: Day; to: Day };
  /** Somebody is away until the date. */
  'person-away': { member: string; from: Day; to: Day };
}
export type Deed = { [C in keyof Deeds]: { readonly code: C } & Readonly<Deeds[C]> }[keyof Deeds];
export type DeedCode = Deed['code'];
export type DeedOf<C extends DeedCode> = Extract<Deed, { code: C }>;

/** A change that was tried: it does what is wanted of it, and this is what else it does. */
export interface Way {
  readonly deed: Deed;
  /** Done as one change. */
  readonly calls: readonly NamedCall[];
  /** Who else comes above or falls below a line. */
  readonly sides: readonly LineSides[];
  /** The promises that would be crossed. */
  readonly crossed: readonly Crossed[];
}
