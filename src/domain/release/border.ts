import { itemsInRelease, type Item } from '../backlog/item.ts';
import { isOpen } from '../backlog/open.ts';
import type { View } from '../collections.ts';
import { linksTo } from '../dependency/link.ts';
import type { Release } from './release.ts';

/** Something in a release waits for something outside that it cannot count on. */
export interface BorderLink {
  /** The open item in the release. */
  readonly item: string;
  /** What it waits for; null: hidden from whoever asks. */
  readonly blocker: string | null;
  /** Why it cannot be counted on: its release comes later or has no date, it is in none, or it belongs to another product. */
  readonly why: 'later' | 'undated' | 'unplanned' | 'other-product';
  /** The release that the blocker is in. */
  readonly release: string | null;
}

/** The open blockers of a release that lie outside it, in the order of what waits for them. Those that an earlier release brings are none. */
export function acrossBorder(view: View, release: Release): BorderLink[] {
  const waiting = [...view.list(itemsInRelease, release.id)].filter((item) => isOpen(view, item));
  return waiting.flatMap((item) =>
    [...view.list(linksTo, item.id)].flatMap(({ type, from }) => {
      const link = type === 'blocks' ? linkOver(view, release, { item, from }) : null;
      return link ? [link] : [];
    }),
  );
}

function linkOver(view: View, release: Release, { item, from }: { item: Item; from: string }): BorderLink | null {
  const blocker = view.find('item', from);
  if (!blocker) return view.find('occupied', from)?.open ? { item: item.id, blocker: null, why: 'other-product', release: null } : null;
  if (!isOpen(view, blocker) && blocker.parkedAt === null) return null;
  if (blocker.release === release.id) return null;
  const why = blocker.product === release.product ? whyUncertain(view, release, blocker) : 'other-product';
  return why === null ? null : { item: item.id, blocker: blocker.id, why, release: blocker.release };
}

function whyUncertain(view: View, { dueOn }: Release, blocker: Item): BorderLink['why'] | null {
  if (blocker.release === null || blocker.parkedAt !== null) return 'unplanned';
  const other = view.get('release', blocker.release);
  if (other.dueOn === null) return 'undated';
  return dueOn !== null && other.dueOn > dueOn ? 'later' : null;
}
