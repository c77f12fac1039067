import type { Collections } from '../../domain/collections.ts';
import type { Verb } from '../../domain/kernel/verb.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import type { Problem } from './command.ts';

/** Calls with defaults filled in, or all that is wrong with what was typed. */
export function checkCalls(
  verbs: ReadonlyMap<string, Verb<Collections>>,
  calls: readonly NamedCall[],
): { calls: readonly NamedCall[] } | { problems: readonly Problem[] } {
  const checked: NamedCall[] = [];
  const problems: Problem[] = [];
  for (const { verb: name, input } of calls) {
    const parsed = verbs.get(name)!.input.safeParse(input);
    if (parsed.success) checked.push({ verb: name, input: parsed.data } as unknown as NamedCall); // its own schema has checked it
    else problems.push(...parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })));
  }
  return problems.length > 0 ? { problems } : { calls: checked };
}
