import { z } from 'zod';
import type { Item } from '../backlog/item.ts';
import { readingInPieces, type Collections } from '../collections.ts';
import { cutLines } from '../cutline/cut-line.ts';
import type { Planned } from '../cutline/ripple.ts';
import type { Asking, Reading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import type { Way } from './way.ts';

/** A question about an item, answered by ways over the lines of its product. */
export const askedOfItem = (
  waysOf: (plan: Planned, item: Item, asking: Asking) => Generator<void, readonly Way[]>,
  named: Pick<Reading<Collections, never, unknown>, 'name' | 'does' | 'route'>,
) =>
  readingInPieces({
    ...named,
    input: z.strictObject({ item: ref('item') }),
    needs: (_, { item }) => [{ may: 'read', on: { in: 'item', id: item } }],
    looksAfterPauses: true,
    *inPieces(view, { item: id }, asking) {
      const item = view.get('item', id);
      return yield* waysOf({ view, lines: cutLines(view, item.product, asking) }, item, asking);
    },
  });
