import { useEffect, useState } from 'react';
import type { Collections } from '../../domain/collections.ts';
import type { Workspace } from '../../domain/kernel/workspace.ts';
import { useFork } from '../store/hooks.ts';

/** So long at most nothing else gets its turn. */
const SLICE_MS = 6;

/**
 * An answer that is worked out on a fork of what is shown, in slices between which everything else goes on; undefined until it is there.
 * It begins again when somebody changes something meanwhile, and when one of `deps` is another, as for useMemo.
 */
export function useSlices<T>(ask: (fork: Workspace<Collections>) => Generator<void, T>, deps: readonly unknown[]): T | undefined {
  const fork = useFork();
  const [answer, setAnswer] = useState<{ readonly value: T; readonly deps: readonly unknown[] }>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let view = fork();
    let steps = ask(view);
    const go = () => {
      if (view.isStale) {
        view = fork();
        steps = ask(view);
      }
      const end = performance.now() + SLICE_MS;
      let step = steps.next();
      while (!step.done && performance.now() < end) step = steps.next();
      if (step.done) setAnswer({ value: step.value, deps });
      else timer = setTimeout(go);
    };
    timer = setTimeout(go);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- the caller names them, as for useMemo
  }, [fork, ...deps]);
  return answer?.deps.every((one, at) => one === deps[at]) ? answer.value : undefined;
}
