import { z } from 'zod';
import { itemsInRelease, type Item } from '../backlog/item.ts';
import { groupOf, isOpen } from '../backlog/open.ts';
import { isClosedGroup } from '../backlog/state-group.ts';
import type { View, WorkspaceDraft } from '../collections.ts';
import { CHANGES_PER_ENTRY } from '../kernel/entry.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { isOpenRelease } from './release.ts';

/** Where what is unfinished goes when a release ends: all of it to one place, but for the items that are named. */
export const leavingFields = {
  release: ref('release'),
  /** Another open release; null: none. */
  to: ref('release').nullable().default(null),
  except: z
    .array(z.strictObject({ item: ref('item'), to: ref('release').nullable() }))
    .max(10_000)
    .default([]),
};

export interface Leaving {
  readonly release: string;
  readonly to: string | null;
  readonly except: readonly { readonly item: string; readonly to: string | null }[];
}

/** What of a release is not finished, best first: whoever ends it says where each of these goes. Tasks go with their story. */
export const unfinishedIn = (view: View, release: string): Item[] =>
  [...view.list(itemsInRelease, release)].filter((item) => item.type !== 'task' && isOpen(view, item));

/** Who ends a release plans it, and those that its items join. */
export function claimsOnLeaving(view: View, { release, to, except }: Leaving): Claim[] {
  const releases = new Set([release, to, ...except.map((one) => one.to)].filter((id) => id !== null));
  const products = new Set([view.get('release', release).product, ...except.map(({ item }) => view.get('item', item).product)]);
  return [
    ...Array.from(releases, (id): Claim => ({ may: 'plan-releases', on: { in: 'release', id } })),
    ...Array.from(products, (id): Claim => ({ may: 'edit-items', on: { in: 'product', id } })),
  ];
}

/** A release that is open can be ended; its items go on to another open one of the same product. */
export function refusesLeaving(view: View, { release: id, to, except }: Leaving): Blocker[] {
  const release = view.get('release', id);
  if (!isOpenRelease(release)) return [{ code: 'release-closed', release: id }];
  const targets = new Set([to, ...except.map((one) => one.to)].filter((target) => target !== null));
  const wrong = [...targets].flatMap((target): Blocker[] => {
    const other = view.get('release', target);
    if (other.product !== release.product) return [{ code: 'not-there', collection: 'release', id: target }];
    return target === id || !isOpenRelease(other) ? [{ code: 'release-closed', release: target }] : [];
  });
  const isTooMuch = view.list(itemsInRelease, id).length >= CHANGES_PER_ENTRY;
  return isTooMuch ? [...wrong, { code: 'too-many', what: 'The items of a release that ends', most: CHANGES_PER_ENTRY - 1 }] : wrong;
}

/**
 * Takes out of a release what is not finished. Who came in since the sheet was opened goes where all go; what was finished meanwhile stays. A
 * task goes with its story, unless it is named itself; what is parked or in the trash goes to none.
 */
export function leaveRelease(draft: WorkspaceDraft, { release, to, except }: Leaving): void {
  const view = draft.workspace;
  const named = new Map(except.map((one) => [one.item, one.to]));
  const going = [...view.list(itemsInRelease, release)].filter((item) => !isClosedGroup(groupOf(view, item)));
  const placeOf = (item: Item): string | null => {
    const own = named.get(item.id);
    if (own !== undefined) return own;
    const above = item.type === 'task' && item.parent !== null ? named.get(item.parent) : undefined;
    return above === undefined ? to : above;
  };
  const places = going.map((item) => ({ id: item.id, release: isOpen(view, item) ? placeOf(item) : null }));
  for (const place of places) draft.update('item', place.id, { release: place.release });
}
