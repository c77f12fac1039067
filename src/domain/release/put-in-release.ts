import { z } from 'zod';
import { childrenOf, type Item } from '../backlog/item.ts';
import { isOpen } from '../backlog/open.ts';
import { verb, type View } from '../collections.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { isOpenRelease } from './release.ts';

export const putInRelease = verb({
  name: 'putInRelease',
  does: 'Put items in a release, or take them out of the one they are in. Their rank stays as it is.',
  route: ['POST', '/put-in-release'],
  input: z.strictObject({ items: z.array(ref('item')).min(1).max(10_000), release: ref('release').nullable() }),
  /** A lead may do it where both releases are theirs: the one that items leave and the one that they join. */
  needs: (view, { items, release }) => {
    const here = items.map((id) => view.get('item', id));
    const products = new Set(here.map(({ product }) => product));
    const releases = new Set([...here.map((item) => item.release), release].filter((id) => id !== null));
    return [
      ...Array.from(products, (id): Claim => ({ may: 'edit-items', on: { in: 'product', id } })),
      ...Array.from(releases, (id): Claim => ({ may: 'plan-releases', on: { in: 'release', id } })),
    ];
  },
  blockers: (view, { items, release }) => {
    if (release === null) return [];
    const target = view.get('release', release);
    if (!isOpenRelease(target)) return [{ code: 'release-closed', release }];
    return items.flatMap((id): Blocker[] => {
      const item = view.get('item', id);
      if (item.product !== target.product) return [{ code: 'other-product', item: id }];
      return item.parkedAt !== null || item.trashedAt !== null ? [{ code: 'not-open', item: id }] : [];
    });
  },
  run(draft, { items, release }) {
    const view = draft.workspace;
    for (const item of new Set(items.flatMap((id) => withThoseBeside(view, view.get('item', id))))) draft.update('item', item, { release });
  },
});

/** A parent takes along its open children that are where it is: in the same release, or like it in none. Those planned elsewhere stay there. */
function withThoseBeside(view: View, item: Item): string[] {
  const beside = [...view.list(childrenOf, item.id)].filter((child) => child.release === item.release && isOpen(view, child));
  return [item.id, ...beside.flatMap((child) => withThoseBeside(view, child))];
}
