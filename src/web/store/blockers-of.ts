import type { Collections, View } from '../../domain/collections.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { isAllowed, resolveRefs } from '../../domain/kernel/perform.ts';
import { Refusal, type Blocker } from '../../domain/kernel/refusal.ts';
import type { Context, Verb } from '../../domain/kernel/verb.ts';
import { accessOf } from '../../domain/member/access.ts';
import { model } from '../../domain/model.ts';

/** Why this member can't do it now, permission included; empty when they can. The same words refuse the call. */
export function blockersOf(view: View, verb: Verb<Collections>, { input, member, now }: { input: unknown; member: string; now: Instant }): readonly Blocker[] {
  const parsed = verb.input.safeParse(input);
  const access = accessOf(view, member);
  if (!access) return [{ code: 'not-allowed', may: 'read' }];
  if (!parsed.success) return [];
  try {
    const resolved = resolveRefs(verb, parsed.data, { model, workspace: view, access: { ...access, whole: true } }) as never; // its own schema has checked it
    const context: Context = { actor: member, now, newId: () => '', givesNumbers: false, entry: () => undefined };
    const denied = verb.needs(view, resolved, context).find((claim) => !isAllowed(model, view, { subject: access.subject, claim }));
    return denied ? [{ code: 'not-allowed', may: denied.may }] : (verb.blockers?.(view, resolved, context) ?? []);
  } catch (error) {
    if (error instanceof Refusal) return error.blockers;
    throw error;
  }
}
