import { useRef, useState } from 'react';
import { Ellipsis } from 'lucide-react';
import { isOpenRelease, releasesByDate, type Release } from '../../domain/release/release.ts';
import { rowsInRelease } from '../../domain/release/rows-in-release.ts';
import { nameIn } from '../app/name-in.ts';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { estimateText } from '../backlog/row/EstimateCell.tsx';
import { useIds, useLook, useRecord } from '../store/hooks.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { useCarried } from '../ui/use-carry.ts';
import { useReleaseMove } from './use-release-move.ts';
import { grouped } from '../ui/grouped.ts';

/** What is dragged from one release to another. */
export const RELEASE_ITEM = 'releaseItem';

const AT_FIRST = 12;
const AT_ONCE = 50;

interface ReleaseItemsProps {
  readonly release: Release;
  readonly canMove: boolean;
  readonly onOpen: (item: string) => void;
}

/** The open rows of a release, best first, each to be carried to another one. */
export function ReleaseItems({ release, canMove, onOpen }: ReleaseItemsProps) {
  const rows = useIds(rowsInRelease, release.id);
  const [most, setMost] = useState(AT_FIRST);
  const left = rows.length - most;
  if (rows.length === 0) return <p className="border-t border-edge px-4 py-2 ps-11 text-s text-ink-3">Nothing open in it.</p>;
  return (
    <ul aria-label={`Open in ${release.name}`} className="border-t border-edge py-1">
      {rows.slice(0, most).map((id) => (
        <CarriedItem key={id} id={id} release={release} canMove={canMove} onOpen={onOpen} />
      ))}
      {left > 0 && (
        <li>
          <button
            type="button"
            className="num ms-9 rounded-control px-2 py-1 text-s text-ink-2 hover:bg-hover hover:text-ink"
            onClick={() => setMost(most + AT_ONCE)}
          >
            {grouped(left)} more
          </button>
        </li>
      )}
    </ul>
  );
}

function CarriedItem({ id, release, canMove, onOpen }: ReleaseItemsProps & { readonly id: string }) {
  const row = useRef<HTMLLIElement>(null);
  const item = useRecord('item', id);
  const key = useLook((view) => nameIn(view)('item', id), [id]);
  useCarried(row, { kind: RELEASE_ITEM, id }, canMove);
  if (!item) return null;
  return (
    <li ref={row} data-carried={key} className="flex min-h-8.5 min-w-0 items-center gap-2.5 px-4 ps-11 hover:bg-hover">
      <TypeMark type={item.type} />
      <span className="shrink-0 font-mono text-s text-ink-3 max-tablet:hidden">{key}</span>
      <button type="button" dir="auto" title={item.title} className="min-w-0 flex-1 truncate rounded-small text-start" onClick={() => onOpen(id)}>
        {item.title}
      </button>
      {item.estimate && <span className="num shrink-0 text-s text-ink-2">{estimateText(item.estimate)}</span>}
      {canMove && <MoveMenu id={id} name={key} release={release} />}
    </li>
  );
}

/** The twin of the drag. */
function MoveMenu({ id, name, release }: { id: string; name: string; release: Release }) {
  const move = useReleaseMove();
  const others = useLook(
    (view) =>
      [...view.list(releasesByDate, release.product)]
        .filter((one) => isOpenRelease(one) && one.id !== release.id)
        .map((one) => ({ id: one.id, label: one.name })),
    [release.product, release.id],
  );
  const entries = [...others, { id: '', label: 'No release' }].map((to) => ({ ...to, run: () => move(id, to.id === '' ? null : to.id) }));
  return (
    <MenuButton
      label="Move to"
      entries={entries}
      trigger={(opener) => <IconButton {...opener} size="s" label={`Move ${name}`} icon={<Ellipsis aria-hidden="true" />} />}
    />
  );
}
