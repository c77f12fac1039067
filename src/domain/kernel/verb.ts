import type { z } from 'zod';
import type { Instant } from './day.ts';
import type { Draft } from './draft.ts';
import type { Entry } from './entry.ts';
import type { Claim } from './permission.ts';
import type { Blocker } from './refusal.ts';
import type { Readable, Shape } from './workspace.ts';

/** Who does it, when, and where fresh ids come from: the only way for a verb to know the outside. */
export interface Context {
  /** The member who acts; null for the system itself. */
  readonly actor: string | null;
  readonly now: Instant;
  /** Derived from the mutation's id and a counter, so that browser and server make the same ids. */
  readonly newId: () => string;
  /** Only the server gives out numbers; a browser shows `APP-…` until it has answered. */
  readonly givesNumbers: boolean;
  /** An entry of the log, for undo; undefined where it is not at hand. */
  readonly entry: (seq: number) => Entry | undefined;
}

export type Method = 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * Something a person does. From this one definition come the change on screen before the server has answered, the route, its OpenAPI
 * entry, the CLI command, the tool for agents, the permission check and the log entry. `Given` is its input as a caller writes it, before
 * defaults are filled in.
 */
export interface Verb<S extends Shape, Input = never, Given = unknown, Name extends string = string> {
  /** camelCase, unique: `moveItems`. */
  readonly name: Name;
  /** One sentence in the product's words, for the palette, the API reference and the command line. */
  readonly does: string;
  /** Under `/api/v1/workspaces/{workspace}`; names in braces are fields of the input: `/products/{product}/move-items`. */
  readonly route: readonly [Method, string];
  /** A strict object. Every id in it is a `ref`. */
  readonly input: z.ZodType<Input, Given>;
  /** One claim for every record that the input names. */
  readonly needs: (workspace: Readable<S>, input: Input, context: Context) => readonly Claim[];
  /** Why it can't be done now; empty when it can. Greys the button with the same words that refuse the call. */
  readonly blockers?: (workspace: Readable<S>, input: Input, context: Context) => readonly Blocker[];
  readonly run: (draft: Draft<S>, input: Input, context: Context) => void;
  /** Its entries are taken back by nobody, e.g. a member's role: it asks for a permission whose uses are lasting, see `undoEntry`. */
  readonly lasting?: true;
  /** It runs on the server only, because a browser lacks what it needs; its button waits for the answer. */
  readonly serverOnly?: true;
}
