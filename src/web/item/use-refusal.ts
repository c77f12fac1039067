import type { NamedCall } from '../../domain/verbs.ts';
import { nameIn } from '../app/name-in.ts';
import { refusalSentence } from '../app/refusal-sentence.ts';
import { useBlockers, useShown } from '../store/hooks.ts';

/** Why a call can't be done now, in one sentence; undefined when it can. */
export function useRefusal(call: NamedCall | null): string | undefined {
  const [first] = useBlockers(call);
  const view = useShown();
  return first && refusalSentence(first, nameIn(view));
}
