import type { ReactNode } from 'react';
import {
  Archive,
  ArrowDownToLine,
  ArrowUpToLine,
  Ban,
  CircleDot,
  Copy,
  CornerLeftUp,
  Flag,
  Gauge,
  Hash,
  Link,
  RefreshCw,
  RotateCcw,
  Shapes,
  Tag,
  Trash2,
  User,
} from 'lucide-react';
import { groupOf } from '../../domain/backlog/open.ts';
import { isClosedGroup } from '../../domain/backlog/state-group.ts';
import type { View } from '../../domain/collections.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { LINK_KINDS, LINK_NAMES } from './link-kind.ts';
import type { MenuRefusals } from './menu-calls.ts';
import type { PickKind } from './pickers/ItemPicker.tsx';

/** What a menu of items does, and why some of it can't be done. */
export interface ItemMenuDeeds {
  /** Left out where the items are open already. */
  readonly onOpen?: (() => void) | undefined;
  /** Opens the window in which that is chosen, beside the row. */
  readonly onPick: (kind: PickKind) => void;
  readonly onDo: (call: NamedCall, says: string) => void;
  readonly onCopy: (what: 'key' | 'link') => void;
  readonly refusals: MenuRefusals;
  /** Those who only read see nothing that edits. */
  readonly canEdit: boolean;
}

/** Everything that can be done with items, each entry grey with its reason when it can't. What is parked or closed has the way back; what is in the trash nothing else. */
export function itemMenu(view: View, ids: readonly string[], deeds: ItemMenuDeeds): MenuEntry[] {
  const items = ids.flatMap((id) => view.find('item', id) ?? []);
  const [first] = items;
  if (!first) return [];
  const isTrashed = items.every(({ trashedAt }) => trashedAt !== null);
  const isParked = !isTrashed && items.every(({ parkedAt }) => parkedAt !== null);
  const isClosed = !isTrashed && !isParked && items.every((item) => isClosedGroup(groupOf(view, item)));
  const isHere = !isTrashed && !isParked && !isClosed;
  const groups = !deeds.canEdit
    ? []
    : isTrashed
      ? [back('Restore', { verb: 'restoreItems', input: { items: [...ids] } }, { says: 'restored', refusal: deeds.refusals.restore, onDo: deeds.onDo })]
      : [
          choices(deeds),
          isHere ? places(first.product, ids, deeds) : [],
          isParked
            ? back(
                'Bring back',
                { verb: 'unparkItems', input: { items: [...ids] } },
                { says: 'back in the backlog', refusal: deeds.refusals.unpark, onDo: deeds.onDo },
              )
            : [],
          isClosed
            ? back('Reopen', { verb: 'reopenItems', input: { items: [...ids] } }, { says: 'open again', refusal: deeds.refusals.reopen, onDo: deeds.onDo })
            : [],
          endings(ids, deeds, isHere),
        ];
  const open: MenuEntry[] = deeds.onOpen && items.length === 1 ? [{ id: 'open', label: 'Open', keys: 'Enter', run: deeds.onOpen }] : [];
  return parted([open, ...groups, copies(items.length, deeds)]);
}

function choices({ onPick, refusals }: ItemMenuDeeds): MenuEntry[] {
  const entry = (kind: PickKind, label: string, more: { icon: ReactNode; keys?: string; refusal: string | undefined }): MenuEntry => ({
    id: kind,
    label,
    icon: more.icon,
    keys: more.keys,
    disabledReason: more.refusal,
    run: () => onPick(kind),
  });
  return [
    entry('state', 'State…', { icon: <CircleDot />, keys: 'S', refusal: refusals.state }),
    entry('assignee', 'Assignee…', { icon: <User />, keys: 'A', refusal: refusals.edit }),
    entry('estimate', 'Estimate…', { icon: <Gauge />, keys: 'E', refusal: refusals.edit }),
    entry('tags', 'Tags…', { icon: <Tag />, keys: 'L', refusal: refusals.edit }),
    entry('category', 'Category…', { icon: <Shapes />, refusal: refusals.edit }),
    entry('release', 'Release…', { icon: <Flag />, keys: 'R', refusal: refusals.release }),
    entry('sprint', 'Sprint…', { icon: <RefreshCw />, keys: 'N', refusal: refusals.sprint }),
    entry('parent', 'Parent…', { icon: <CornerLeftUp />, refusal: refusals.parent }),
    {
      id: 'links',
      label: 'Link',
      icon: <Link />,
      entries: LINK_KINDS.map((kind) =>
        entry(kind, `${LINK_NAMES[kind]}…`, { icon: undefined, refusal: refusals.edit, ...(kind === 'blocked-by' ? { keys: 'D' } : {}) }),
      ),
    },
  ];
}

function places(product: string, ids: readonly string[], { onPick, onDo, refusals }: ItemMenuDeeds): MenuEntry[] {
  const move = (to: 'top' | 'bottom') => onDo({ verb: 'moveItems', input: { product, items: [...ids], place: { to } } }, `at the ${to}`);
  const disabledReason = refusals.move;
  return [
    { id: 'top', label: 'To the top', icon: <ArrowUpToLine />, keys: 'Alt+Shift+ArrowUp', disabledReason, run: () => move('top') },
    { id: 'bottom', label: 'To the bottom', icon: <ArrowDownToLine />, keys: 'Alt+Shift+ArrowDown', disabledReason, run: () => move('bottom') },
    { id: 'position', label: 'To position…', icon: <Hash />, disabledReason, run: () => onPick('position') },
  ];
}

function endings(ids: readonly string[], { onPick, onDo, refusals }: ItemMenuDeeds, isHere: boolean): MenuEntry[] {
  const park: MenuEntry[] = [
    {
      id: 'park',
      label: 'Park',
      icon: <Archive />,
      keys: 'P',
      disabledReason: refusals.park,
      run: () => onDo({ verb: 'parkItems', input: { items: [...ids] } }, 'parked'),
    },
    { id: 'park-until', label: 'Park until…', disabledReason: refusals.park, run: () => onPick('park') },
  ];
  return [
    ...(isHere ? park : []),
    { id: 'decline', label: 'Decline…', icon: <Ban />, disabledReason: refusals.decline, run: () => onPick('decline') },
    {
      id: 'trash',
      label: 'Move to the trash',
      icon: <Trash2 />,
      keys: 'Delete',
      isGrave: true,
      disabledReason: refusals.trash,
      run: () => onDo({ verb: 'trashItems', input: { items: [...ids] } }, 'in the trash'),
    },
  ];
}

const back = (
  label: string,
  call: NamedCall,
  { says, refusal, onDo }: { says: string; refusal: string | undefined; onDo: ItemMenuDeeds['onDo'] },
): MenuEntry[] => [{ id: 'back', label, icon: <RotateCcw />, disabledReason: refusal, run: () => onDo(call, says) }];

const copies = (count: number, { onCopy }: ItemMenuDeeds): MenuEntry[] => [
  { id: 'copy-key', label: count === 1 ? 'Copy key' : 'Copy keys', icon: <Copy />, run: () => onCopy('key') },
  { id: 'copy-link', label: count === 1 ? 'Copy link' : 'Copy links', run: () => onCopy('link') },
];

function parted(groups: readonly MenuEntry[][]): MenuEntry[] {
  return groups.filter((group) => group.length > 0).flatMap((group, at) => (at === 0 ? group : [{ id: `end ${at}`, heading: null }, ...group]));
}
