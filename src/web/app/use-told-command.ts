import type { NamedCall } from '../../domain/verbs.ts';
import { nameIn } from './name-in.ts';
import { whySentence } from './refusal-sentence.ts';
import { useCommand, useShown } from '../store/hooks.ts';
import { toasts } from '../ui/toasts.ts';

/** Changes something: the toast says what was done, or why not. */
export function useToldCommand(): (call: NamedCall, toast: string) => void {
  const view = useShown();
  const command = useCommand();
  return (call, toast) => void command(call, { toast, onRefused: (why) => toasts.show(whySentence(why, nameIn(view))) });
}
