import type { Change } from './change.ts';
import type { Day } from './day.ts';
import { Draft, type Kept, type TextVersion } from './draft.ts';
import { CHANGES_PER_ENTRY } from './entry.ts';
import type { Access, Model } from './model.ts';
import { allows, type Claim, type Subject } from './permission.ts';
import type { OnTouch } from './record-index.ts';
import { mapRefs } from './ref.ts';
import { Refusal } from './refusal.ts';
import type { Context, Verb } from './verb.ts';
import type { Before, Readable, Shape, Stamp, Workspace } from './workspace.ts';

/** One verb with its input, which was already checked against the verb's schema. */
export interface Call<S extends Shape> {
  readonly verb: Verb<S>;
  readonly input: unknown;
}

/** What calls did to a workspace. No changes: there was nothing to do. */
export interface Performed {
  readonly changes: readonly Change[];
  readonly texts: readonly TextVersion[];
  readonly claims: readonly Claim[];
  readonly kept: readonly Kept[];
  /** The records as they were before each change, in order. */
  readonly befores: readonly Before[];
  /** Puts the workspace back as it was before. */
  readonly takeBack: () => void;
}

export interface Performing<S extends Shape> {
  readonly model: Model<S>;
  readonly workspace: Workspace<S>;
  readonly context: Context;
  readonly stamp: Stamp;
  /** Through whose eyes references are found; null for the system itself, which sees and may do everything. */
  readonly access: Access | null;
  readonly onTouch?: OnTouch;
  /** The day on which it happened, where it did before it came here; `context.now` is of that day then. */
  readonly happenedOn?: Day | undefined;
}

/**
 * Runs calls one after another as one act: nothing named that is not there or not to be seen, nothing done that is not allowed or that a
 * rule forbids. After any error the workspace is as it was. Throws {@link Refusal}.
 */
export function perform<S extends Shape>(calls: readonly Call<S>[], on: Performing<S>): Performed {
  const draft = new Draft(on.workspace, on.stamp, on);
  const claims: Claim[] = [];
  try {
    for (const call of calls) claims.push(...performOne(call, draft, on));
    refuseTooMany(draft);
  } catch (error) {
    draft.takeBack();
    throw error;
  }
  return { changes: draft.changes, texts: draft.texts, claims: distinct(claims), kept: draft.kept, befores: draft.befores, takeBack: () => draft.takeBack() };
}

function performOne<S extends Shape>({ verb, input: given }: Call<S>, draft: Draft<S>, on: Performing<S>): readonly Claim[] {
  const input = resolveRefs(verb, given, on) as never; // the verb's own schema has checked it
  const claims = verb.needs(on.workspace, input, on.context);
  refuseDenied(claims, on);
  const [blocker, ...others] = verb.blockers?.(on.workspace, input, on.context) ?? [];
  if (blocker) throw new Refusal(blocker, ...others);
  verb.run(draft, input, on.context);
  return claims;
}

/** What is looked at, and through whose eyes. */
interface Looking<S extends Shape> extends Pick<Performing<S>, 'model' | 'access'> {
  readonly workspace: Readable<S>;
}

/** Keys and slugs become ids; what is unknown and what is hidden get the same answer. */
export function resolveRefs<S extends Shape>(asked: Pick<Verb<S>, 'input'>, input: unknown, { model, workspace, access }: Looking<S>): unknown {
  return mapRefs(asked.input as never, input, ({ collection, id: name }) => {
    const id = model.resolve(workspace, collection, name);
    if (id === undefined || !isVisible(id, collection)) throw new Refusal({ code: 'not-there', collection, id: name });
    return id;
  });
  function isVisible(id: string, collection: string): boolean {
    return access === null || model.visible(workspace, access, { in: collection, id }) !== undefined;
  }
}

/** Neighbours that were re-spread are not counted: nobody asked for them. */
function refuseTooMany<S extends Shape>({ changes }: Draft<S>): void {
  if (changes.length <= CHANGES_PER_ENTRY) return;
  const asked = changes.filter((change) => change.op !== 'update' || !change.respread);
  if (asked.length > CHANGES_PER_ENTRY) throw new Refusal({ code: 'too-many', what: 'changes', most: CHANGES_PER_ENTRY });
}

function refuseDenied<S extends Shape>(claims: readonly Claim[], { model, workspace, access }: Performing<S>): void {
  if (access === null) return;
  const denied = claims.find((claim) => !isAllowed(model, workspace, { subject: access.subject, claim }));
  if (denied) throw new Refusal({ code: 'not-allowed', may: denied.may });
}

/** Whether somebody may do something to a record. */
export function isAllowed<S extends Shape>(model: Model<S>, workspace: Readable<S>, { subject, claim }: { subject: Subject; claim: Claim }): boolean {
  return allows(subject, claim.may, model.belonging(workspace, claim.on));
}

function distinct(claims: readonly Claim[]): readonly Claim[] {
  return [...new Map(claims.map((claim) => [`${claim.may} ${claim.on.in} ${claim.on.id}`, claim])).values()];
}
