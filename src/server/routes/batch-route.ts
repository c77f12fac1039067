import { z } from 'zod';
import type { Call } from '../../domain/kernel/perform.ts';
import type { Collections } from '../../domain/collections.ts';
import { UUID } from '../../domain/kernel/ids.ts';
import { textSchema } from '../../domain/kernel/text.ts';
import { verbs } from '../../domain/verbs.ts';
import type { Api } from '../edge/api.ts';
import { atTheDoor } from '../edge/door.ts';
import { mutationOf } from '../edge/mutation.ts';
import { invalid, Problem, type Fault } from '../edge/problem.ts';
import { idempotencyKey, jsonSchema } from '../openapi/route-doc.ts';

const byName = new Map(verbs.map((verb) => [verb.name, verb]));

const batch = z.strictObject({
  calls: z
    .array(z.strictObject({ verb: z.string().max(100), input: z.unknown() }))
    .min(1)
    .max(1000),
  reason: textSchema(500).nullable().optional(),
  /** Shared by the batches of one act that is too large for one. */
  act: z.string().regex(UUID).nullable().optional(),
});

/** Several verbs as one change: all of it is done or nothing. The web app sends every verb this way. */
export function batchRoute(api: Api): void {
  api.forMembers(
    {
      id: 'batch',
      tag: 'changes',
      does: 'Do several things as one change: all of it or nothing. What can be done is listed by name below, each with its input.',
      method: 'POST',
      path: '/batch',
      headers: [idempotencyKey],
      body: jsonSchema(batch),
      answer: { status: 200, says: 'What came of it.', schema: { $ref: '#/components/schemas/Outcome' } },
      errors: [409, 413, 415],
    },
    async ({ request, at }) => {
      const { calls, reason, act } = atTheDoor(batch, request.body ?? {});
      const { seq, outcome, kept } = await at.host.run({
        mutation: mutationOf(request, { actor: at.member, verb: 'batch' }),
        actor: at.member,
        calls: checked(calls),
        reason: reason ?? null,
        act: act ?? null,
        access: at.accessIn,
      });
      return { seq, outcome, kept, data: [] };
    },
  );
}

/** Every call against its verb's schema; all faults of all calls at once. */
function checked(calls: readonly { verb: string; input: unknown }[]): Call<Collections>[] {
  const faults: Fault[] = [];
  const taken = calls.flatMap(({ verb: name, input }, at): Call<Collections>[] => {
    const verb = byName.get(name);
    if (!verb) {
      faults.push({ path: `calls.${at}.verb`, message: 'there is no such verb' });
      return [];
    }
    try {
      return [{ verb, input: atTheDoor(verb.input, input) }];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults.push(
        ...(error.says.errors ?? []).map(({ path, message }) => ({ path: ['calls', at, 'input', path].filter((part) => part !== '').join('.'), message })),
      );
      return [];
    }
  });
  if (faults.length > 0) throw invalid(faults);
  return taken;
}
