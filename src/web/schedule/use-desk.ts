import { useMemo, useSyncExternalStore } from 'react';
import { useFault, useQuestion } from '../store/hooks.ts';
import type { Shown } from './desk.ts';
import { deskOf, type Elsewhere } from './desk-of.ts';

/** What is worked out of the workspace beside the page; the old answer until a new one is there. Whoever asks the same shares the plan. `isWanted`: else nothing is worked out. */
export function useDesk<Plan, Answer>(elsewhere: Elsewhere<Plan, Answer>, about: string, isWanted = true): Shown<Answer> {
  const question = useQuestion(elsewhere.planOf, about);
  const report = useFault();
  const desk = useMemo(() => deskOf(question, elsewhere, report), [question, elsewhere, report]);
  return useSyncExternalStore(isWanted ? desk.subscribe : notAtAll, desk.shown);
}

const notAtAll = () => () => {};
