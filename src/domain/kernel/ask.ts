import type { Access, Model } from './model.ts';
import { toEnd } from './pausing.ts';
import { isAllowed, resolveRefs } from './perform.ts';
import type { Asking, Reading } from './reading.ts';
import { Refusal } from './refusal.ts';
import type { Readable, Shape } from './workspace.ts';

/** Who asks, and what they see. */
export interface Asker<S extends Shape> {
  readonly model: Model<S>;
  /** What the asker sees: a reading never gets more. */
  readonly view: Readable<S>;
  readonly access: Access;
}

/** The input with keys and slugs as ids, once everything named is there for the asker and may be read; else throws {@link Refusal}. */
export function permitted<S extends Shape>(
  asked: Pick<Reading<S, never, unknown>, 'input' | 'needs'>,
  input: unknown,
  { model, view, access }: Asker<S>,
): never {
  const resolved = resolveRefs(asked, input, { model, workspace: view, access: null }) as never; // the reading's own schema has checked it
  const denied = asked.needs(view, resolved).find((claim) => !isAllowed(model, view, { subject: access.subject, claim }));
  if (denied) throw new Refusal({ code: 'not-allowed', may: denied.may });
  return resolved;
}

/** A reading's answer for somebody. The input was checked against its schema. */
export const ask = <S extends Shape, Input, Answer>(
  reading: Reading<S, Input, Answer>,
  input: unknown,
  asker: Asker<S> & { readonly asking: Asking },
): Answer => toEnd(askInPieces(reading, input, asker));

/** The same, with pauses where the reading has any. */
export function* askInPieces<S extends Shape, Input, Answer>(
  reading: Reading<S, Input, Answer>,
  input: unknown,
  { asking, ...asker }: Asker<S> & { readonly asking: Asking },
): Generator<void, Answer> {
  const resolved = permitted(reading as unknown as Reading<S, never, unknown>, input, asker);
  return reading.inPieces ? yield* reading.inPieces(asker.view, resolved, asking) : reading.of(asker.view, resolved, asking);
}
