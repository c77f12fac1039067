import type { Kept } from '../../domain/kernel/draft.ts';
import { nameIn } from '../app/name-in.ts';
import { useShown } from '../store/hooks.ts';
import { fieldWords } from './field-words.ts';
import { grouped } from '../ui/grouped.ts';

const MOST = 200;

/** What a repeat left alone, because it was edited here. */
export function KeptList({ kept }: { kept: readonly Kept[] }) {
  const view = useShown();
  return (
    <div className="grid gap-1">
      <p className="num font-medium">Edited here and left as it is: {grouped(kept.length)}</p>
      <ul className="grid max-h-60 gap-0.5 overflow-y-auto text-s text-ink-2">
        {kept.slice(0, MOST).map(({ in: collection, id, field }, nth) => (
          <li key={`${id} ${field} ${nth}`}>
            {nameIn(view)(collection, id)}: {fieldWords(field)}
          </li>
        ))}
      </ul>
    </div>
  );
}
