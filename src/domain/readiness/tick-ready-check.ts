import { z } from 'zod';
import { verb } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { readyTicksOf } from './ready-check.ts';

export const tickReadyCheck = verb({
  name: 'tickReadyCheck',
  does: 'Say that an item passes one of the team’s own checks of ready, or that it does not.',
  route: ['POST', '/items/{item}/tick-ready'],
  input: z.strictObject({ item: ref('item'), check: ref('readyCheck'), done: z.boolean() }),
  needs: (_, { item, check }) => [
    { may: 'edit-items', on: { in: 'item', id: item } },
    { may: 'read', on: { in: 'readyCheck', id: check } },
  ],
  blockers(view, { item, check: id }) {
    const check = view.get('readyCheck', id);
    const isAsked = check.kind === 'own' && check.product === view.get('item', item).product;
    return isAsked ? [] : [{ code: 'not-there', collection: 'readyCheck', id }];
  },
  run(draft, { item, check, done }, context) {
    const tick = Array.from(draft.workspace.list(readyTicksOf, item)).find((one) => one.check === check);
    if (done && !tick) draft.create('readyTick', { id: context.newId(), item, check });
    if (!done && tick) draft.remove('readyTick', tick.id);
  },
});
