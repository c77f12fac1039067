import type { Day } from '../../domain/kernel/day.ts';
import type { EntryAnswer } from '../../domain/roadmap/roadmap.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { useCommand, useShown } from '../store/hooks.ts';
import { shortDay } from '../ui/format-day.ts';
import { toasts } from '../ui/toasts.ts';

/** Setting and taking back what an entry's end is promised to be. A release's date is always a promise. */
export function usePromise(entry: Pick<EntryAnswer, 'kind' | 'id' | 'name'>): { setEnd: (day: Day) => void; unpin: () => void } {
  const command = useCommand();
  const view = useShown();
  const onRefused = (why: Parameters<typeof whySentence>[0]) => toasts.show(whySentence(why, nameIn(view)));
  const told = (day: Day) => `${entry.name}: promised ${shortDay(day, day)}`;
  return {
    setEnd: (day) =>
      entry.kind === 'release'
        ? command({ verb: 'updateRelease', input: { release: entry.id, dueOn: day } }, { toast: told(day), onRefused })
        : command({ verb: 'promiseItem', input: { item: entry.id, on: day } }, { toast: told(day), onRefused }),
    unpin: () => command({ verb: 'promiseItem', input: { item: entry.id, on: null } }, { toast: `${entry.name} is given back to the plan`, onRefused }),
  };
}
