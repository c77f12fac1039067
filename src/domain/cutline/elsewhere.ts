import type { View } from '../collections.ts';
import { blocksAcross } from '../dependency/blocks-across.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import type { Day } from '../kernel/day.ts';

/** A product and those whose items block one of its items, or one of theirs. Only such as the asker sees: what is hidden holds while it is open. */
export function productsWaitedFor(view: View, product: string): string[] {
  const found = [product];
  for (const of of found) {
    for (const { from } of view.list(blocksAcross, of)) {
      const other = view.get('item', from).product;
      if (!found.includes(other)) found.push(other);
    }
  }
  return found;
}

/** Of the rows that lines of several products take by a date those of other products that something of this one waits for. */
export function rowsWaitedFor(view: View, product: string, taken: Readonly<Record<string, Day>>): Record<string, Day> {
  const waitedFor: Record<string, Day> = {};
  for (const { to } of view.list(blocksAcross, product)) {
    unmetBlocker(view, view.get('item', to), (row) => {
      const on = taken[row.id];
      if (row.product !== product && on !== undefined) waitedFor[row.id] = on;
      return true; // so that all of them are looked at
    });
  }
  return waitedFor;
}
