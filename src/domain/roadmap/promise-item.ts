import { z } from 'zod';
import { isOpen } from '../backlog/open.ts';
import { verb } from '../collections.ts';
import { daySchema } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { refusesPassed } from '../release/release-rules.ts';

export const promiseItem = verb({
  name: 'promiseItem',
  does: 'Promise a day for an item on the roadmap, or unpin it, which gives it back to the plan.',
  route: ['POST', '/items/{item}/promise'],
  input: z.strictObject({ item: ref('item'), on: daySchema.nullable() }),
  needs: (_, { item }) => [{ may: 'promise-dates', on: { in: 'item', id: item } }],
  blockers: (view, { item: id, on }, context) => {
    const item = view.get('item', id);
    if (on === null || on === item.promisedOn) return [];
    return isOpen(view, item) ? refusesPassed(view, { product: item.product, date: on }, context) : [{ code: 'not-open', item: id }];
  },
  run: (draft, { item, on }) => draft.update('item', item, { promisedOn: on }),
});
