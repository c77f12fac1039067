import { z } from 'zod';
import { reading, type View } from '../collections.ts';
import { addDays, dayIn, type Instant } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { childrenOf, type Item } from './item.ts';
import { isOpen, openItems } from './open.ts';

/** Days after which what nobody has touched is said to be untouched. */
const YEAR = 365;

/**
 * The open items of a product that nobody has touched for a year, in rank order. Keys that the kernel re-spread are no touch. A parent counts
 * only with all that is open below it: putting it aside takes that along.
 */
export function untouchedForAYear(view: View, product: string, { now }: { now: Instant }): Item[] {
  const { zone } = view.get('product', product);
  const limit = addDays(dayIn(zone, now), -YEAR);
  const isOld = ({ touchedAt }: Item): boolean => touchedAt !== undefined && dayIn(zone, touchedAt) < limit;
  const isOldBelow = (item: Item): boolean =>
    !Array.from(view.list(childrenOf, item.id)).some((child) => isOpen(view, child) && !(isOld(child) && isOldBelow(child)));
  return Array.from(view.list(openItems, product)).filter((item) => isOld(item) && isOldBelow(item));
}

export const untouched = reading({
  name: 'untouched',
  does: 'The open items of a product that nobody has touched for a year, and how many are open.',
  route: '/products/{product}/untouched',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  of: (view, { product }, { now }) => ({ open: view.list(openItems, product).length, items: untouchedForAYear(view, product, { now }).map(({ id }) => id) }),
});
