import { useRouterState } from '@tanstack/react-router';
import type { Item } from '../../domain/backlog/item.ts';
import { groupOf } from '../../domain/backlog/open.ts';
import { isClosedGroup } from '../../domain/backlog/state-group.ts';
import { AppLink } from '../app/AppLink.tsx';
import { nameIn } from '../app/name-in.ts';
import { StateMark } from '../backlog/marks/StateMark.tsx';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { useLook, useRecord } from '../store/hooks.ts';
import { cx } from '../ui/cx.ts';
import { addressOf } from './address-of.ts';

/** The address of an item as it is opened from here: over the same page where one is open there, else in its product's backlog. */
function useItemAddress(item: Item | undefined): string {
  const place = useRouterState({ select: ({ location }) => ({ path: location.pathname, search: location.searchStr }) });
  return useLook(
    (view) => {
      if (!item) return '';
      const address = addressOf(view, item);
      const search = new URLSearchParams(place.search);
      const key = new URLSearchParams(address.split('?')[1]).get('item');
      const isHere = search.has('item') && address.split('?')[0] === place.path;
      if (!isHere || key === null) return address;
      search.set('item', key);
      return `${place.path}?${search}`;
    },
    [item, place.path, place.search],
  );
}

/** Another item in a line: type, key, title and how far it is; a press opens it. One that the reader may not see is only said to be there. */
export function ItemLink({ id, isWithKey = true }: { id: string; isWithKey?: boolean }) {
  const item = useRecord('item', id);
  const isHiddenOpen = useLook((view) => view.find('occupied', id)?.open, [id]);
  const address = useItemAddress(item);
  const { key, group, state } = useLook(
    (view) =>
      item
        ? { key: nameIn(view)('item', id), group: groupOf(view, item), state: view.get('state', item.state).name }
        : { key: '', group: 'backlog' as const, state: '' },
    [item, id],
  );
  if (!item) return <span className="text-ink-2">{isHiddenOpen === false ? 'A finished item that you can’t see' : 'An item that you can’t see'}</span>;
  const isClosed = isClosedGroup(group);
  return (
    <AppLink href={address} className="group/link flex min-w-0 items-center gap-1.5 rounded-small">
      <TypeMark type={item.type} className="size-3" />
      {isWithKey && <span className="shrink-0 font-mono text-s text-ink-3">{key}</span>}
      <span className={cx('min-w-0 truncate group-hover/link:underline', isClosed && 'text-ink-2')} dir="auto" title={item.title}>
        {item.title}
      </span>
      <StateMark group={group} label={state} className="size-3" />
    </AppLink>
  );
}
