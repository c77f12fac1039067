import { nameIn } from '../app/name-in.ts';
import { useLook, useShown } from '../store/hooks.ts';
import { grouped } from '../ui/grouped.ts';

/** So many items are named; of the rest it is said how many there are. */
const NAMED = 6;

/** Items by key, each of which opens. */
export function ItemWords({ ids, onOpen }: { ids: readonly string[]; onOpen: (item: string) => void }) {
  return (
    <>
      {ids.slice(0, NAMED).map((id) => (
        <ItemKey key={id} id={id} onOpen={onOpen} />
      ))}
      {ids.length > NAMED && <span className="text-s text-ink-3">{`and ${grouped(ids.length - NAMED)} more`}</span>}
    </>
  );
}

function ItemKey({ id, onOpen }: { id: string; onOpen: (item: string) => void }) {
  const view = useShown();
  const title = useLook((at) => at.find('item', id)?.title ?? '', [id]);
  return (
    <button type="button" title={title} onClick={() => onOpen(id)} className="rounded-small font-mono text-s text-ink-2 hover:underline">
      {nameIn(view)('item', id)}
    </button>
  );
}
