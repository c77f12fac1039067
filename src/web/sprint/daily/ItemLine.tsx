import { nameIn } from '../../app/name-in.ts';
import { TypeMark } from '../../backlog/marks/TypeMark.tsx';
import { useLook } from '../../store/hooks.ts';

/** An item in one line, which opens it, and what is said of it. */
export function ItemLine({ item, says, onOpen }: { item: string; says?: string | undefined; onOpen: (item: string) => void }) {
  const told = useLook(
    (view) => {
      const found = view.find('item', item);
      return found ? { key: nameIn(view)('item', item), title: found.title, type: found.type } : null;
    },
    [item],
  );
  if (!told) return null;
  return (
    <li>
      <button
        type="button"
        onClick={() => onOpen(item)}
        className="flex min-h-8 w-full items-center gap-2 rounded-control px-1.5 text-start hover:bg-hover max-tablet:min-h-touch"
      >
        <TypeMark type={told.type} />
        <span className="font-mono text-s text-ink-3">{told.key}</span>
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {told.title}
        </span>
        {says !== undefined && <span className="shrink-0 text-s text-ink-2">{says}</span>}
      </button>
    </li>
  );
}
