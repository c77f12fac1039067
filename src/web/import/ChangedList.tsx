import { nameIn } from '../app/name-in.ts';
import { useShown } from '../store/hooks.ts';
import { fieldWords } from './field-words.ts';
import type { ImportReport } from './import-api.ts';
import { grouped } from '../ui/grouped.ts';

/** What a repeat took of items that were here before, by item and field. `count` is how many there were in all. */
export function ChangedList({ changed, count }: { changed: ImportReport['changed']; count: number }) {
  const view = useShown();
  const rest = count - changed.length;
  return (
    <details className="grid gap-1">
      <summary className="num cursor-pointer font-medium">Changed as in the file: {grouped(count)}</summary>
      <ul className="mt-1 grid max-h-60 gap-0.5 overflow-y-auto text-s text-ink-2">
        {changed.map(({ id, fields }) => (
          <li key={id}>
            <span className="font-mono text-ink-3">{nameIn(view)('item', id)}</span> {view.find('item', id)?.title}: {fields.map(fieldWords).join(', ')}
          </li>
        ))}
        {rest > 0 && <li className="num text-ink-3">and {grouped(rest)} more</li>}
      </ul>
    </details>
  );
}
