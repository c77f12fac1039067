import type { Kept } from '../../domain/kernel/draft.ts';
import type { Blocker } from '../../domain/kernel/refusal.ts';
import type { NamedCall } from '../../domain/verbs.ts';

export interface CommandOptions {
  /** Said once it is on the screen, with Undo beside it. */
  readonly toast?: string | undefined;
  readonly reason?: string | undefined;
  /** A UUID that joins several commands to one act, shown and undone as one. */
  readonly act?: string | undefined;
  /** False: it does not go on the stack of undo, and its toast has no Undo. */
  readonly isUndoable?: boolean | undefined;
  /** Instead of the refusal's own sentence as a toast. */
  readonly onRefused?: ((why: Why) => void) | undefined;
}

/** Whom a command tells that it was refused. */
export type Telling = Pick<CommandOptions, 'onRefused'>;

/** Why a command was not done: a rule said no, or what was typed is not valid. */
export type Why =
  | { readonly kind: 'rule'; readonly blockers: readonly [Blocker, ...Blocker[]] }
  | { readonly kind: 'input'; readonly problems: readonly Problem[] };

/** What is wrong at one place of an input. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** What a command came to on this screen, before the server has answered. */
export type Shown = { readonly outcome: 'shown' } | { readonly outcome: 'nothing-to-do' } | Refused;

/** What the server said. */
export type Answered = { readonly outcome: 'applied' | 'nothing-to-do'; readonly seq: number; readonly kept: readonly Kept[] } | Refused;

export interface Refused {
  readonly outcome: 'refused';
  readonly why: Why;
}

/** Something a person just did. */
export interface Command {
  readonly mutation: string;
  /** The n-th id that it makes, from 1: of the item that `createItems` just made, say. */
  readonly id: (n: number) => string;
  /** At once, but for the first command after a start, which waits until its definition is loaded. */
  readonly shown: Promise<Shown>;
  /** When the server has answered, which may be after a time offline. What was refused on this screen is never sent. */
  readonly answered: Promise<Answered>;
}

/** A command that the server refused, or that was built on one, kept with all that was typed until its author lets it go. */
export interface NotSaved {
  readonly mutation: string;
  readonly calls: readonly NamedCall[];
  /** When it was done. */
  readonly at: string;
  readonly why: Why;
  /** The refused command that this one was built on; null: it was refused itself. */
  readonly because: string | null;
}
